"""`manage.py importer personer FIL --av BRUKER`: brings a file in, and writes the answer beside it."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import aktoer_av, gyldige_roller
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.actions import (
    AVVIST,
    NY_VERSJON,
    UENDRET,
    Utfall,
    importer_fil,
    krev_stoerrelse,
)
from integrering.utveksling.importering.format import finn_format, formater
from integrering.utveksling.importering.les import les_tabell
from integrering.utveksling.importering.queries import kart_med_navn
from integrering.utveksling.importering.rules import avtrykk
from integrering.utveksling.importering.svar import NY

ALT_GODT, NOE_AVVIST, FIL_AVVIST = 0, 1, 2


class Command(BaseCommand):
    """Import a file. Exit code 0: all rows are in; 1: some came back; 2: refused, nothing is saved."""

    help = "Importerer en fil (CSV, XLSX eller ODS). Svaret er samme fil med kolonnene status og feil."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the command line."""
        parser.add_argument("slag", choices=formater(), help="hva filen inneholder")
        parser.add_argument("fil", type=Path, metavar="FIL")
        parser.add_argument(
            "--av", required=True, metavar="BRUKER", help="brukernavnet til den som importerer"
        )
        parser.add_argument("--for", dest="virksomhet", metavar="NUMMER", help="kommune- eller fylkesnummer")
        parser.add_argument(
            "--historisk", action="store_true", help="registreringstidspunkt fra filen (bare administratorer)"
        )
        parser.add_argument(
            "--ut", type=Path, metavar="FIL", help="hvor svaret skrives (ellers <fil>.svar.csv)"
        )
        parser.add_argument("--proev", action="store_true", help="bare kontroller: ingenting lagres")
        parser.add_argument("--kart", metavar="NAVN", help="lagret kolonneoppsett for andre overskrifter")
        parser.add_argument("--ark", default="", metavar="NAVN", help="ark i regnearket (ellers det første)")

    def handle(self, *args: Any, **valg: Any) -> None:
        """Import, and say how it went."""
        bruker = Bruker.objects.filter(username=valg["av"], is_active=True).first()
        with translation.override(bruker.maalform if bruker else "nb"):
            try:
                av = finn_aktoer(bruker, valg["slag"], valg["virksomhet"], historisk=valg["historisk"])
                inn: Path = valg["fil"]
                ut: Path = valg["ut"] or inn.with_name(f"{inn.stem}.svar.csv")
                utfall = importer_til(
                    valg["slag"],
                    inn,
                    ut,
                    av,
                    historisk=valg["historisk"],
                    proev=valg["proev"],
                    kart=valg["kart"],
                    ark=valg["ark"],
                )
            except (Regelbrudd, PermissionDenied, OSError) as feil:
                self.stderr.write(_("Filen ble ikke importert. %(grunn)s") % {"grunn": _grunn(feil)})
                sys.exit(FIL_AVVIST)
            if valg["proev"]:
                self.stdout.write(_("Bare prøvd: ingenting er lagret."))
            self._fortell(utfall, ut)
        sys.exit(ALT_GODT if utfall.alt_godt else NOE_AVVIST)

    def _fortell(self, utfall: Utfall, ut: Path) -> None:
        antall = utfall.antall
        self.stdout.write(
            _("%(ny)d nye, %(uendret)d uendret, %(versjon)d nye versjoner, %(avvist)d avvist. Svaret: %(ut)s")
            % {
                "ny": antall[NY],
                "uendret": antall[UENDRET],
                "versjon": antall[NY_VERSJON],
                "avvist": antall[AVVIST],
                "ut": ut,
            }
        )
        for merknad in utfall.merknader:
            self.stdout.write(merknad)


def _grunn(feil: Exception) -> str:
    if isinstance(feil, OSError):
        return _("%(fil)s: %(grunn)s") % {"fil": feil.filename or "", "grunn": feil.strerror or str(feil)}
    return str(feil)


def finn_aktoer(bruker: Bruker | None, slag: str, nummer: str | None, *, historisk: bool) -> Aktoer:
    """Return the user in the first role that may import this. Raises Regelbrudd when none or several fit."""
    roller = (Rolle.ADMINISTRATOR,) if historisk else finn_format(slag).roller
    mulige = [
        t
        for t in (gyldige_roller(bruker.pk, timezone.localdate()) if bruker else [])
        if t.rolle in roller and nummer in (None, t.virksomhet.nummer)
    ]
    if not mulige and historisk:
        raise Regelbrudd(_("Bare administratorer kan importere historisk."))
    if not mulige:
        raise Regelbrudd(_("Brukeren finnes ikke, eller har ingen rolle som kan importere dette."))
    if len({t.virksomhet_id for t in mulige}) > 1:
        raise Regelbrudd(
            _("Brukeren har roller i flere virksomheter. Si hvilken med --for: %(numre)s.")
            % {"numre": ", ".join(sorted({t.virksomhet.nummer for t in mulige}))}
        )
    return aktoer_av(min(mulige, key=lambda t: roller.index(Rolle(t.rolle))))


def importer_til(
    slag: str,
    inn: Path,
    ut: Path,
    av: Aktoer,
    *,
    historisk: bool,
    proev: bool = False,
    kart: str | None = None,
    ark: str = "",
) -> Utfall:
    """Import the file and write its answer; when the answer cannot be written, nothing is saved.

    The answer holds personal data: only its owner may read it. It is CSV, whatever the file was.
    """
    if not inn.is_file():
        raise Regelbrudd(_("Filen %(fil)s finnes ikke.") % {"fil": inn})
    if ut.exists() and ut.samefile(inn):
        raise Regelbrudd(_("Svaret kan ikke skrives over filen selv. Velg et annet navn med --ut."))
    krev_stoerrelse(inn.stat().st_size)
    innhold = inn.read_bytes()
    kladd = ut.with_name(f".{ut.name}.{os.getpid()}")
    try:
        with transaction.atomic():
            utfall = importer_fil(
                slag=slag,
                innhold=innhold,
                av=av,
                historisk=historisk,
                plasser=_plasser(slag, kart, innhold, ark, av) if kart else None,
                ark=ark,
                proev=proev,
            )
            kladd.touch(0o600, exist_ok=False)
            kladd.write_bytes(utfall.svar)
        kladd.replace(ut)
    finally:
        kladd.unlink(missing_ok=True)
    return utfall


def _plasser(slag: str, navn: str, innhold: bytes, ark: str, av: Aktoer) -> dict[str, int]:
    """Return the columns of a saved mapping, if it is made for the headings of this file."""
    with kontekst(kontekst_for(av)):
        kart = kart_med_navn(av, slag, navn)
    if kart is None:
        raise Regelbrudd(_("Virksomheten har ikke et kolonneoppsett som heter «%(navn)s».") % {"navn": navn})
    plasser: dict[str, int] = kart.plasser
    tabell = les_tabell(innhold, kjente=tuple(plasser), ark=ark)
    if avtrykk(tabell.overskrift) != kart.avtrykk:
        raise Regelbrudd(_("Kolonneoppsettet passer ikke til filen. Velg kolonnene på nytt."))
    return plasser
