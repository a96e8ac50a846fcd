"""Classes of adult education and registering the same for many."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KlasserConfig(AppConfig):
    """Classes of adult education and registering the same for many."""

    name = "integrering.klasser"
    label = "klasser"
    verbose_name = _("Klasser og arbeid med mange")

    def ready(self) -> None:
        """Register menu, lists, help and the rest."""
