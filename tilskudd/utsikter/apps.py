"""The money that waits, and what is coming."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UtsikterKonfig(AppConfig):
    """The money that waits, and what is coming."""

    name = "tilskudd.utsikter"
    label = "utsikter"
    verbose_name = _("Penger på vent og prognose")

    def ready(self) -> None:
        """Register what the floors below are told (`innmelding.py`)."""
        from tilskudd.utsikter import innmelding

        innmelding.meld_inn()
