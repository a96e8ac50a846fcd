"""Prevention: the network, the directory of help, activities. Never about individuals."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForebyggingKonfig(AppConfig):
    """Prevention: the network, the directory of help, activities. Never about individuals."""

    name = "regionalt.forebygging"
    label = "forebygging"
    verbose_name = _("Forebygging")

    def ready(self) -> None:
        """Register what the floors below are told."""
        from regionalt.forebygging import innmelding

        innmelding.meld_inn()
