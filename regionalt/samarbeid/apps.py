"""Regional cooperation: forums, their members, meetings and decisions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SamarbeidKonfig(AppConfig):
    """Regional cooperation: forums, their members, meetings and decisions."""

    name = "regionalt.samarbeid"
    label = "samarbeid"
    verbose_name = _("Regionalt samarbeid")

    def ready(self) -> None:
        """Register the pages, the lists, the tasks, the figures, the wheel, the chapter and the help."""
        from regionalt.samarbeid import innmelding

        innmelding.meld_inn()
