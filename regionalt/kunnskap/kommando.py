"""The part of `manage.py bosetting` that reads in figures, and lists changes of municipalities."""

from __future__ import annotations

import uuid
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from regionalt.kunnskap.actions import Fildata, bekreft_aaret, les_inn, ta_imot
from regionalt.kunnskap.formater.aarskontroll import kontroller
from regionalt.kunnskap.formater.felles import Merke, Tallrad, Ulesbar
from regionalt.kunnskap.formater.kommuneendringer import DELT, les_klass
from regionalt.kunnskap.klienter import hent_klass
from regionalt.kunnskap.kodeverk import Format, Indikator, Utgave
from regionalt.kunnskap.lesing import Oppskrift, gjett_format, kjente_anmodninger, les
from regionalt.kunnskap.queries.importer import finn_import
from regionalt.kunnskap.tekster import om_aaret, om_filen, om_raden
from regionalt.roller import FOELGER_OPP

ALT_GODT, AVVIST = 0, 1
Skriv = Callable[[str], object]


def legg_til(valg: _SubParsersAction[Any]) -> None:
    """Add the subcommands."""
    p: ArgumentParser = valg.add_parser("importer", help="les inn en fil med offentlige tall")
    p.add_argument("fil", type=Path, metavar="FIL")
    p.add_argument("--aar", type=int, metavar="ÅÅÅÅ", help="året tallene gjelder, når filen ikke sier det")
    p.add_argument("--av", metavar="BRUKER", help="hvem som leser inn; uten blir filen bare kontrollert")
    p.add_argument("--format", default="", choices=Format.values, help="ellers sier innholdet det")
    p.add_argument("--utgave", default="", choices=[u for u in Utgave.values if u])
    p.add_argument("--indikator", default="", choices=Indikator.values, help="det tallene handler om")
    p.add_argument("--kilde", default="", help="hvor filen kommer fra")
    p.add_argument("--bekreft-aar", action="store_true", help="året er riktig, selv om filen sier et annet")
    k: ArgumentParser = valg.add_parser("klass", help="skriv kommuneendringer fra SSBs Klass")
    k.add_argument("fra", type=date.fromisoformat, metavar="FRA")
    k.add_argument("til", type=date.fromisoformat, metavar="TIL")


def importer(ut: Skriv, feil_ut: Skriv, *, fil: Path, av: str | None, **valg: Any) -> int:
    """Look over a file and, with a user, read it in. Return the exit code; refused, nothing is saved."""
    try:
        innhold = fil.read_bytes()
        aktoer = _aktoer(av)
        with transaction.atomic(), kontekst(kontekst_for(aktoer) if aktoer else motor_kontekst()):
            return _importer(ut, feil_ut, innhold, fil.name, aktoer, valg)
    except OSError as feil:
        grunn = _("Kan ikke lese %(fil)s: %(grunn)s") % {"fil": fil, "grunn": feil.strerror}
    except Ulesbar as feil:
        grunn = om_filen(fil.name, feil)
    except (Regelbrudd, IkkeTilgang) as feil:
        grunn = str(feil)
    feil_ut(grunn)
    return AVVIST


def _importer(
    ut: Skriv, feil_ut: Skriv, innhold: bytes, navn: str, av: Aktoer | None, valg: dict[str, Any]
) -> int:
    aar, bekreftet = valg["aar"], valg["bekreft_aar"]
    form = valg["format"] or gjett_format(innhold)
    lest = les(innhold, Oppskrift(form, aar, valg["utgave"], valg["indikator"]))
    for linje in oppsummert(lest.rader):
        ut(linje)
    if lest.lest.uleste:
        ut(_("Ikke lest, kolonner vi ikke kjenner: %(navn)s.") % {"navn": ", ".join(lest.lest.uleste)})
    problem = None if bekreftet else kontroller(lest.lest, aar, kjente_anmodninger())
    for melding in [om_raden(navn, f) for f in lest.lest.feil] + ([om_aaret(problem)] if problem else []):
        feil_ut(melding)
    if lest.lest.feil or problem:
        return AVVIST
    if lest.lest.aar_i_filen not in (None, aar) and aar:
        ut(_("Kolonnen sier %(sier)s. Tallene leses som %(valgt)s.")
           % {"sier": lest.lest.aar_i_filen, "valgt": aar})  # fmt: skip
    if av is None:
        ut(_("Filen er kontrollert. Ingenting er lest inn; skriv --av BRUKER for å lese inn."))
        return ALT_GODT
    data = Fildata(
        innhold, navn, valg["kilde"] or navn, timezone.localdate(), format=form, aar=aar,
        utgave=valg["utgave"], indikator=valg["indikator"],
    )  # fmt: skip
    ut(_les_inn(data, av, bekreftet=bekreftet))
    return ALT_GODT


def _les_inn(data: Fildata, av: Aktoer, *, bekreftet: bool) -> str:
    rad = ta_imot(data=data, innsending=uuid.uuid4(), av=av)
    if bekreftet:
        bekreft_aaret(tallimport=rad, versjon=rad.versjon, aar=None, av=av)
    rad = finn_import(rad.noekkel) or rad
    vist = les_inn(tallimport=rad, versjon=rad.versjon, av=av)
    return _("Lest inn: %(nye)s nye, %(endrede)s endrede, %(like)s uendrede.") % {
        "nye": len(vist.nye),
        "endrede": len(vist.endrede),
        "like": vist.like,
    }


def oppsummert(rader: Iterable[Tallrad]) -> list[str]:
    """Return a line for each indicator, year and version: how many rows, their sum, and what is no number."""
    grupper: dict[tuple[str, int, str], list[Tallrad]] = {}
    for rad in rader:
        grupper.setdefault((rad.indikator, rad.aar, rad.versjon), []).append(rad)
    return [_linje(*noekkel, deres) for noekkel, deres in sorted(grupper.items())]


def _linje(indikator: str, aar: int, utgave: str, rader: list[Tallrad]) -> str:
    verdier = [r.celle.verdi for r in rader if r.celle.verdi is not None]
    over_null = [v for v in verdier if v]
    antall = {m: sum(r.celle.merke is m for r in rader) for m in Merke}
    deler = [
        f"{indikator} {aar} {utgave}".strip(),
        ngettext("%(n)s rad", "%(n)s rader", len(rader)) % {"n": len(rader)},
        _("sum %(n)s") % {"n": _tekst(sum(verdier, Decimal(0)))},
        _("%(n)s over null") % {"n": len(over_null)},
        _("%(n)s null") % {"n": len(verdier) - len(over_null)},
    ]
    if over_null:
        deler.append(_("minst over null %(n)s") % {"n": _tekst(min(over_null))})
    deler += [_("%(n)s skjult") % {"n": n} for n in [antall[Merke.UNDERTRYKT]] if n]
    deler += [_("%(n)s ikke spurt") % {"n": n} for n in [antall[Merke.IKKE_SPURT]] if n]
    deler += [_("%(n)s mangler") % {"n": n} for n in [antall[Merke.MANGLER]] if n]
    return ", ".join(deler)


def _tekst(tall: Decimal) -> str:
    return f"{tall.normalize():f}".replace(".", ",")


def _aktoer(brukernavn: str | None) -> Aktoer | None:
    """Return the user in a role that keeps the figures. Raises Regelbrudd when there is none."""
    if brukernavn is None:
        return None
    funnet = aktoer_med_rolle(brukernavn, *FOELGER_OPP)
    if funnet is None:
        raise Regelbrudd(_("%(bruker)s kan ikke lese inn tall.") % {"bruker": brukernavn})
    return funnet


def klass(ut: Skriv, feil_ut: Skriv, *, fra: date, til: date, **valg: Any) -> int:
    """Write the changes between two days as rows of `data/kommuneendringer.csv`. Return the exit code."""
    try:
        endringer = les_klass(hent_klass(fra, til).decode("utf-8", "replace"))
    except Regelbrudd as feil:
        feil_ut(str(feil))
        return AVVIST
    except Ulesbar as feil:
        feil_ut(om_filen("Klass", feil))
        return AVVIST
    for e in endringer:
        ut(f"{e.gammel};{e.ny or DELT};{e.fra};{e.kilde}")
    return ALT_GODT
