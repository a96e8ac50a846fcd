"""Career guidance for newly arrived refugees."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KarriereKonfig(AppConfig):
    """Career guidance for newly arrived refugees."""

    name = "karriere"
    label = "karriere"
    verbose_name = _("Karriereveiledning")

    def ready(self) -> None:
        """Register the code lists, the job, and what the floors below are told (`innmelding.py`)."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from karriere import innmelding, kodeverk
        from karriere.actions import saker  # noqa: F401 - registers the job

        registrer_kodelister(self, *kodeverk.LISTER)
        innmelding.meld_inn()
