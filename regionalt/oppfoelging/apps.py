"""Follow-up of the municipalities: contact log, visits, requests for guidance."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OppfoelgingKonfig(AppConfig):
    """Follow-up of the municipalities: contact log, visits, requests for guidance."""

    name = "regionalt.oppfoelging"
    label = "oppfoelging"
    verbose_name = _("Oppfølging av kommunene")

    def ready(self) -> None:
        """Register what the floors below are told (`innmelding.py`)."""
        from regionalt.oppfoelging import innmelding

        innmelding.meld_inn()
