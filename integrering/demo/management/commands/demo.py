"""`manage.py demo`: starts the demo, or says who its users are."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from integrering.demo.actions import ANTALL, fyll_demo, start_demo
from integrering.demo.brukere import BRUKERE, PARTNERE, PASSORD
from integrering.demo.kontroll import krev_demo
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.tilgang.models import ROLLENAVN, Virksomhet

ALLEREDE = "Demoen er fylt eller fylles allerede."


class Command(BaseCommand):
    """Only on the installation's own embedded database."""

    help = "Oppdiktede deltakere og brukere, bare i demoen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Choose one."""
        valg = parser.add_mutually_exclusive_group(required=True)
        valg.add_argument("--start", action="store_true", help="lag brukerne og start jobben som fyller")
        valg.add_argument("--fyll", action="store_true", help="fyll demoen nå, i denne prosessen")
        valg.add_argument("--brukere", action="store_true", help="vis brukerne")
        parser.add_argument("--antall", type=int, default=ANTALL, help="hvor mange deltakere (med --fyll)")

    def handle(self, *args: Any, **valg: Any) -> None:
        """Do what was chosen."""
        try:
            krev_demo()
            if valg["brukere"]:
                self.stdout.write(brukertabell())
            elif valg["start"]:
                self._start()
            else:
                self._fyll(valg["antall"])
        except Regelbrudd as feil:
            raise CommandError(str(feil)) from feil

    def _start(self) -> None:
        jobb = start_demo()
        self.stdout.write(f"Demoen fylles: jobb {jobb.pk}" if jobb else ALLEREDE)

    def _fyll(self, antall: int) -> None:
        jobb = fyll_demo(antall=antall)
        if jobb is None:
            self.stdout.write(ALLEREDE)
        elif jobb.tilstand != Tilstand.FERDIG:
            raise CommandError(jobb.feil or f"Demoen ble ikke fylt: {jobb.get_tilstand_display()}")
        else:
            self.stdout.write(f"Demoen er fylt på {_sekunder(jobb):.1f} s.")


def _sekunder(jobb: Jobb) -> float:
    return (jobb.ferdig - jobb.startet).total_seconds() if jobb.ferdig and jobb.startet else 0.0


def brukertabell() -> str:
    """Return the table: user, organisation, role, what to try."""
    navn = {rolle: str(tekst) for rolle, tekst in ROLLENAVN}
    steder = {nummer: navn for _type, nummer, navn in PARTNERE}
    steder |= {v.nummer: v.navn for v in Virksomhet.objects.filter(nummer__in=_numre())}
    linjer = [("Bruker", "Hvem", "Prøv dette")]
    for bruker in BRUKERE:
        rolle = navn[bruker.roller[0][0].value]
        sted = " og ".join(steder[nummer] for _, nummer in bruker.roller)
        linjer.append((bruker.brukernavn, f"{rolle}, {sted}", str(bruker.proev)))
    bredder = [max(len(rad[kolonne]) for rad in linjer) for kolonne in (0, 1)]
    tabell = "\n".join(f"  {a:<{bredder[0]}}  {b:<{bredder[1]}}  {c}" for a, b, c in linjer)
    return f"Demobrukere, alle med passordet {PASSORD}:\n\n{tabell}\n"


def _numre() -> set[str]:
    return {nummer for bruker in BRUKERE for _, nummer in bruker.roller}
