"""Reports, the year-end work and the evidence pack."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RapporterConfig(AppConfig):
    """Reports, the year-end work and the evidence pack."""

    name = "integrering.rapporter"
    label = "rapporter"
    verbose_name = _("Rapporter")

    def ready(self) -> None:
        """Register menu, lists, help and the rest."""
