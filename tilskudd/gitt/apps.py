"""Grants the county gives."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GittKonfig(AppConfig):
    """Grants the county gives."""

    name = "tilskudd.gitt"
    label = "gitt"
    verbose_name = _("Tilskudd fylkeskommunen gir")

    def ready(self) -> None:
        """Register the pages, the lists, what files hang on, the tasks and the menu."""
        from tilskudd.gitt import innmelding

        innmelding.meld_inn()
