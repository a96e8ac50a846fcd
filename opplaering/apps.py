"""Training in upper secondary."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpplaeringConfig(AppConfig):
    """Training in upper secondary."""

    name = "opplaering"
    label = "opplaering"
    verbose_name = _("Opplæring i videregående")

    def ready(self) -> None:
        """Register the code lists, and what the floors below are told (`innmelding.py`)."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from opplaering import innmelding, kodeverk

        registrer_kodelister(self, *kodeverk.LISTER)
        innmelding.meld_inn()
