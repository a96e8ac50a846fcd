"""`manage.py regn_ut_status`: compute what is registered about all anew in the background."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.actions.registreringsstatus import regn_ut_i_bakgrunnen

# Not the night's: a computation the former release began may have passed what the new rules change.
NY_UTGAVE = "nir.registreringsstatus.ny_utgave"


class Command(BaseCommand):
    """Start the job; say so when it runs already. Each worker asks as it starts."""

    help = "Regner ut registreringsstatusen til alle personer på nytt i bakgrunnen."

    def handle(self, *args: Any, **options: Any) -> None:
        """Start the job."""
        try:
            regn_ut_i_bakgrunnen(noekkel=NY_UTGAVE)
        except Regelbrudd as brudd:
            self.stdout.write(str(brudd))
        else:
            self.stdout.write("Jobben er startet.")
