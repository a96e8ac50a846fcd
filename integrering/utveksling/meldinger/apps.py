"""Messages with receipt, and requests for information."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeldingerConfig(AppConfig):
    """Messages with receipt, and requests for information."""

    name = "integrering.utveksling.meldinger"
    label = "meldinger"
    verbose_name = _("Meldinger")

    def ready(self) -> None:
        """Register task rules, search, panels and menu."""
