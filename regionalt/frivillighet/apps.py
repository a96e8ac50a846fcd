"""The voluntary sector: organisations, agreements, activities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrivillighetKonfig(AppConfig):
    """The voluntary sector: organisations, agreements, activities."""

    name = "regionalt.frivillighet"
    label = "frivillighet"
    verbose_name = _("Frivillig sektor")

    def ready(self) -> None:
        """Register the pages, the lists, the tasks, the files, the panels, the figures and the help."""
        from regionalt.frivillighet import innmelding

        innmelding.meld_inn()
