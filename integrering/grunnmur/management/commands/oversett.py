"""`manage.py oversett`: bring the catalogues up to date, or with `--sjekk` say what they lack."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from integrering.grunnmur import oversettelse


class Command(BaseCommand):
    """Extract, merge and compile the texts of the interface."""

    help = "Oppdaterer nynorskkatalogen fra koden og malene, og kompilerer den."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--sjekk`."""
        parser.add_argument("--sjekk", action="store_true", help="bare sjekk; feiler når noe mangler")

    def handle(self, *args: Any, **options: Any) -> None:
        """Update the files, or check them."""
        if options["sjekk"]:
            feil = oversettelse.avvik(settings.BASE_DIR)
            if feil:
                raise CommandError("Oversettelsen er ikke i orden:\n" + "\n".join(feil))
            self.stdout.write("Oversettelsen er fullstendig.")
            return
        gjenstaar = oversettelse.oppdater(settings.BASE_DIR)
        self.stdout.write("\n".join([*gjenstaar, f"{len(gjenstaar)} tekster gjenstår."]))
