"""`manage.py regn_ut_oppgaver`: compute all tasks anew in the background, after a release with new rules."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import regn_ut_i_bakgrunnen


class Command(BaseCommand):
    """Start the job; say so when it runs already."""

    help = "Regner ut alle oppgaver på nytt i bakgrunnen."

    def handle(self, *args: Any, **options: Any) -> None:
        """Start the job."""
        try:
            regn_ut_i_bakgrunnen()
        except Regelbrudd as brudd:
            self.stdout.write(str(brudd))
        else:
            self.stdout.write("Jobben er startet.")
