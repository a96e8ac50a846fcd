"""`manage.py bosetting fordel|importer|klass`: what the pages do, by command."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from bosetting.tilfeller import Ulesbar, les, svar
from regionalt.kunnskap import kommando as tall


class Command(BaseCommand):
    """Distribute persons among municipalities. Exit code 1 when the file cannot be read."""

    help = "Bosetting: fordel personer på kommuner, og les inn offentlige tall."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the command line."""
        valg = parser.add_subparsers(dest="handling", required=True)
        tall.legg_til(valg)
        fordel = valg.add_parser("fordel", help="regn ut tilfellene i en JSON-fil, ett svar på hver linje")
        fordel.add_argument(
            "fil", type=Path, metavar="FIL", help="tilfeller med q, l, u og N, runs eller rows"
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        """Do the command."""
        getattr(self, valg["handling"])(**valg)

    def importer(self, **valg: Any) -> None:
        """Read in a file of public figures. Exit code 1 when it is refused; then nothing is saved."""
        sys.exit(tall.importer(self.stdout.write, self.stderr.write, **valg))

    def klass(self, **valg: Any) -> None:
        """Write the changes of municipalities between two days, from Statistics Norway's Klass."""
        sys.exit(tall.klass(self.stdout.write, self.stderr.write, **valg))

    def fordel(self, fil: Path, **valg: Any) -> None:
        """Print the answer of each case as a line of JSON. Nothing is printed when any case is wrong."""
        try:
            tilfeller = les(fil.read_text(encoding="utf-8-sig"))
            svarene = [svar(t) for t in tilfeller if t.regnes]
        except OSError as feil:
            grunn = feil.strerror
            raise CommandError(_("Kan ikke lese %(fil)s: %(grunn)s") % {"fil": fil, "grunn": grunn}) from feil
        except UnicodeDecodeError as feil:
            raise CommandError(_("%(fil)s er ikke tekst i UTF-8.") % {"fil": fil}) from feil
        except Ulesbar as feil:
            raise CommandError(str(feil)) from feil
        for ett in svarene:
            self.stdout.write(json.dumps(ett, ensure_ascii=False))
        for hoppet in (t for t in tilfeller if not t.regnes):
            self.stderr.write(
                _("Tilfelle %(id)s har verken «q» eller «rows», og er ikke regnet.") % {"id": hoppet.id}
            )
