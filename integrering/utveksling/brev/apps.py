"""Letters from templates in both languages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BrevConfig(AppConfig):
    """Letters from templates in both languages."""

    name = "integrering.utveksling.brev"
    label = "brev"
    verbose_name = _("Brev")

    def ready(self) -> None:
        """Register menu and panels."""
