"""Meetings, their points, and fixed weekly slots."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MoeterConfig(AppConfig):
    """Meetings, their points, and fixed weekly slots."""

    name = "integrering.utveksling.moeter"
    label = "moeter"
    verbose_name = _("Møter")

    def ready(self) -> None:
        """Register task rules, panels and menu."""
