"""How many refugees each municipality should be asked to settle, and why."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BosettingKonfig(AppConfig):
    """How many refugees each municipality should be asked to settle, and why."""

    name = "bosetting"
    label = "bosetting"
    verbose_name = _("Bosetting")

    def ready(self) -> None:
        """Register the pages, the lists, the tasks, the wheel and the help."""
        from bosetting import innmelding

        innmelding.meld_inn()
