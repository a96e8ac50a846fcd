"""A register's own person lists compared with what is registered here."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterlisterConfig(AppConfig):
    """A register's own person lists compared with what is registered here."""

    name = "integrering.utveksling.registerlister"
    label = "registerlister"
    verbose_name = _("Registerlister og avvik")

    def ready(self) -> None:
        """Register menu, lists, help and the rest."""
