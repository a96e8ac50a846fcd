"""Regional work."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegionaltKonfig(AppConfig):
    """Regional work: the municipalities, and who follows each of them up."""

    name = "regionalt"
    label = "regionalt"
    verbose_name = _("Regionalt arbeid")

    def ready(self) -> None:
        """Register the menu item, the list, the panels of a municipality's page, and the help."""
        from regionalt import innmelding

        innmelding.meld_inn()
