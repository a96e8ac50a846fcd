"""The digest: e-mail in the morning when something changed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VarslerConfig(AppConfig):
    """The digest: e-mail in the morning when something changed."""

    name = "integrering.utveksling.varsler"
    label = "varsler"
    verbose_name = _("Varsler")

    def ready(self) -> None:
        """Register the page in the menu."""
