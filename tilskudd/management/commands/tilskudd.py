"""`manage.py tilskudd beregn|send|godkjenn|vedta-satser|forklar|kontroller`: the payout by commands.

The same actions and the same rules of who may as on the pages.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from tilskudd import actions
from tilskudd.models import Kjoering
from tilskudd.queries import kontroll, utskrift
from tilskudd.queries.kjoeringsside import kjoering_for
from tilskudd.queries.satsforslag import ventende
from tilskudd.roller import SATSVEDTAR


def _kvartal(tekst: str) -> Kvartal:
    try:
        return Kvartal.parse(tekst)
    except ValueError as feil:
        raise ArgumentTypeError(f"«{tekst}» er ikke et kvartal. Skriv for eksempel 2023K4.") from feil


def _tidspunkt(tekst: str) -> datetime:
    try:
        lest = datetime.fromisoformat(tekst)
    except ValueError as feil:
        raise ArgumentTypeError(
            f"«{tekst}» er ikke et tidspunkt. Skriv for eksempel 2024-01-01T00:00:00+01:00."
        ) from feil
    return lest if lest.tzinfo else lest.replace(tzinfo=OSLO)


def _dato(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as feil:
        raise ArgumentTypeError(f"«{tekst}» er ikke en dato. Skriv for eksempel 2024-01-10.") from feil


class Command(BaseCommand):
    """Calculate, send, approve, explain, prove. Exit code 1 when a rule says no, or a check fails."""

    help = "Kvartalsvis utbetaling av persontilskudd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the command line."""
        valg = parser.add_subparsers(dest="handling", required=True)
        beregn = valg.add_parser("beregn", help="beregn et kvartal")
        beregn.add_argument("--skjaeringstidspunkt", type=_tidspunkt, metavar="TIDSPUNKT")
        beregn.add_argument("--utbetalingsdato", type=_dato, metavar="DATO")
        beregn.add_argument("--json", action="store_true")
        for navn, hjelp in (("send", "send til godkjenning"), ("godkjenn", "godkjenn (en annen person)")):
            valg.add_parser(navn, help=hjelp)
        for navn in ("beregn", "send", "godkjenn"):
            valg.choices[navn].add_argument("kvartal", type=_kvartal, metavar="KVARTAL")
            valg.choices[navn].add_argument("--av", required=True, metavar="BRUKER", help="brukernavn")
        forklar = valg.add_parser("forklar", help="hvorfor, eller hvorfor ikke, for en person")
        forklar.add_argument("duf", metavar="DUF")
        forklar.add_argument("--av", metavar="BRUKER", help="se det denne brukeren ser; oppslaget loggføres")
        forklar.add_argument("--json", action="store_true")
        vedta = valg.add_parser("vedta-satser", help="vedta satsene en annen har lagt inn")
        vedta.add_argument("--budsjettaar", type=int, metavar="AAR", help="bare dette året")
        vedta.add_argument("--av", required=True, metavar="BRUKER", help="en annen enn den som la dem inn")
        valg.add_parser("kontroller", help="bevis at det som er bokført, er riktig")

    def handle(self, *args: Any, **valg: Any) -> None:
        """Do it, and say how it went."""
        try:
            getattr(self, f"_{valg['handling'].replace('-', '_')}")(valg)
        except (Regelbrudd, PermissionDenied) as feil:
            raise CommandError(str(feil)) from feil

    def _beregn(self, valg: dict[str, Any]) -> None:
        av = _aktoer(valg["av"], Rolle.TILSKUDDSRAADGIVER)
        with kontekst(kontekst_for(av)):
            kjoering = actions.beregn_kjoering(
                kvartal=valg["kvartal"],
                av=av,
                skjaeringstidspunkt=valg["skjaeringstidspunkt"],
                utbetalingsdato=valg["utbetalingsdato"],
            )
            svar = utskrift.kjoering(kjoering)
        if valg["json"]:
            self.stdout.write(_json(svar))
        else:
            self._skriv_kjoering(svar)

    def _send(self, valg: dict[str, Any]) -> None:
        av = _aktoer(valg["av"], Rolle.TILSKUDDSRAADGIVER)
        with kontekst(kontekst_for(av)):
            actions.send_til_godkjenning(kjoering=_kjoering(valg["kvartal"]), av=av)
        self.stdout.write(_("%(kvartal)s er sendt til godkjenning.") % {"kvartal": valg["kvartal"]})

    def _godkjenn(self, valg: dict[str, Any]) -> None:
        av = _aktoer(valg["av"], Rolle.TILSKUDDSGODKJENNER)
        with kontekst(kontekst_for(av)):
            actions.godkjenn(kjoering=_kjoering(valg["kvartal"]), av=av)
        self.stdout.write(_("%(kvartal)s er godkjent.") % {"kvartal": valg["kvartal"]})

    def _vedta_satser(self, valg: dict[str, Any]) -> None:
        """Adopt all that wait, or none: the first refusal stops it."""
        av = _aktoer(valg["av"], *SATSVEDTAR)
        with kontekst(kontekst_for(av)):
            venter = ventende()
            if valg["budsjettaar"]:
                venter = venter.filter(budsjettaar=valg["budsjettaar"])
            vedtatt = [actions.vedta_sats(forslag=forslag, av=av) for forslag in venter]
        for sats in vedtatt:
            self.stdout.write(f"{sats}  {kroner.tall(sats.beloep)}")
        self.stdout.write(_("%(antall)d satser er vedtatt.") % {"antall": len(vedtatt)})

    def _forklar(self, valg: dict[str, Any]) -> None:
        av = _aktoer(valg["av"], *FYLKESROLLER) if valg["av"] else None
        with kontekst(kontekst_for(av) if av else motor_kontekst()):
            person = Person.objects.filter(duf="".join(valg["duf"].split())).first()
            if person is None:
                raise CommandError(_("Ingen person har DUF-nummeret %(duf)s.") % {"duf": valg["duf"]})
            if av:
                registrer_innsyn(person_id=person.pk, av=av, hvor="tilskudd-forklar")
            svar = utskrift.person(person)
        if valg["json"]:
            self.stdout.write(_json(svar))
        else:
            self._skriv_person(svar)

    def _kontroller(self, valg: dict[str, Any]) -> None:
        with kontekst(motor_kontekst()):
            svar = kontroll.kontroller()
        for en in svar:
            self.stdout.write(f"{'OK  ' if en.holder else 'FEIL'} {en.tekst}")
            for avvik in en.avvik[:20]:
                self.stdout.write(f"       {avvik}")
        if not all(en.holder for en in svar):
            raise CommandError(_("Kontrollen fant feil."))

    def _skriv_kjoering(self, svar: dict[str, Any]) -> None:
        self.stdout.write(
            _("%(kvartal)s er beregnet: %(linjer)d linjer, %(mangler)d tilskuddsår uten sats.")
            % {
                "kvartal": svar["kjoering"],
                "linjer": len(svar["linjer"]),
                "mangler": len(svar["mangler_sats"]),
            }
        )
        for rad in svar["mottakere"]:
            belop = [
                kroner.tall(rad[f]) for f in ("linjer_sum", "overfoert_inn", "utbetales", "overfoert_ut")
            ]
            self.stdout.write("  ".join([f"{rad['mottaker']:6}", *(f"{b:>14}" for b in belop)]))

    def _skriv_person(self, svar: dict[str, Any]) -> None:
        for v in svar["vilkaar"]:
            self.stdout.write(
                f"{'ja ' if v['oppfylt'] else 'NEI'}  {v['spoersmaal']}. {v['forklaring']} {v['hvem']}"
            )
        for mangel in svar["mangler"]:
            self.stdout.write(f"-> {mangel}")
        tidligst = svar["tidligste_utbetaling"] or _("ingen, før registreringene er gjort")
        self.stdout.write(_("Tidligste utbetaling: %(kvartal)s") % {"kvartal": tidligst})
        for linje in svar["linjer"]:
            self.stdout.write("  ".join(str(v) for v in linje.values()))


def _aktoer(brukernavn: str, *roller: Rolle) -> Aktoer:
    """Return the user in the role. Raises CommandError when they do not have it."""
    av = aktoer_med_rolle(brukernavn, *roller)
    if av is None:
        raise CommandError(
            _("Brukeren «%(bruker)s» finnes ikke, eller har ikke rollen som trengs: %(roller)s.")
            % {"bruker": brukernavn, "roller": ", ".join(sorted(r.value for r in roller))}
        )
    return av


def _kjoering(kvartal: Kvartal) -> Kjoering:
    kjoering = kjoering_for(kvartal)
    if kjoering is None:
        raise CommandError(_("%(kvartal)s er ikke beregnet.") % {"kvartal": kvartal})
    return kjoering


def _json(svar: dict[str, Any]) -> str:
    return json.dumps(svar, ensure_ascii=False, indent=1)
