"""What IMDi has paid, against what was expected."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InnbetalingerKonfig(AppConfig):
    """What IMDi has paid, against what was expected."""

    name = "tilskudd.innbetalinger"
    label = "innbetalinger"
    verbose_name = _("Innbetalinger fra IMDi")

    def ready(self) -> None:
        """Register the codes, and what the floors below are told (`innmelding.py`)."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from tilskudd.innbetalinger import innmelding, kodeverk

        registrer_kodelister(self, *kodeverk.LISTER)
        innmelding.meld_inn()
