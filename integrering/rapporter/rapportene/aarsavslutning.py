"""The year-end: what must be in order by the last day of February, and how it goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur import visning
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.lovfrister import aarsfrist
from integrering.rapporter.queries import utfylling as queries
from integrering.rapporter.rapportene.felles import (
    Kommunefilter,
    Rapportslag,
    faste_definisjoner,
    lenke_til,
    valgt_kommune,
)
from integrering.rapporter.rapportene.utfylling import MATRISEN, definisjoner, terning
from integrering.rapporter.rules import uker
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.tall import Kryss, Rad, Rapport, Tall, Talltabell, Tekst
from integrering.tilgang.aktoer import Aktoer

FOERSTE_AAR = 2020


def frist(aar: int) -> date:
    """Return the last day to be in order for the year. Raises LookupError when no rule value says which."""
    svar = aarsfrist(Grunnlag(), regelsett(), date(aar, 12, 31), aar).svar
    if svar is None:
        raise LookupError("AARSFRIST_MAANED")
    return svar.dato


def gjeldende_aar() -> int:
    """Return the year whose deadline is next: last year until the end of February, then this one."""
    i_dag = timezone.localdate()
    return i_dag.year - 1 if i_dag <= frist(i_dag.year - 1) else i_dag.year


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of `valg["aar"]`."""
    aar, i_dag = int(valg["aar"]), timezone.localdate()
    siste, til = date(aar, 12, 31), frist(aar)
    alle = terning(av, queries.utfylling(til=siste), grense)
    nummer, sted = valgt_kommune(valg, alle.kommuner)
    personer = _personer(av, alle.kommuner, siste, grense)
    mangler = personer.celle(nummer, "mangler")
    tabeller = [alle.per_sak(nummer, _("Framdrift for %(aar)s, %(sted)s") % {"aar": aar, "sted": sted})]
    if nummer == SUM:
        tabeller.append(_kommunene(personer))
    if date(aar + 1, 1, 1) <= i_dag:
        tabeller.append(_ukene(aar, min(i_dag, til), grense))
    return Rapport(
        tuple(tabeller),
        _definisjoner(aar) + definisjoner() + faste_definisjoner(grense),
        _punkter(til, i_dag, mangler),
    )


def _personer(av: Aktoer, kommuner: Mapping[str, str], siste: date, grense: int) -> Kryss:
    tall = {
        (kommune, "mangler" if mangler else "ajour"): n
        for (kommune, mangler), n in queries.ajour(til=siste).items()
        if kommune in kommuner
    }

    def lenke(kommune: str, tilstand: str) -> str:
        if tilstand != "mangler":
            return ""
        return lenke_til(av, MATRISEN, mangler="ja", kommune=kommune if av.er_fylke else "")

    return Kryss(
        kommuner,
        {"ajour": _("Personer à jour"), "mangler": _("Personer som mangler noe")},
        tall,
        grense,
        lenke,
    )


def _kommunene(personer: Kryss) -> Talltabell:
    kolonner = (*personer.kolonner.values(), _("I alt"), _("Andel à jour"))
    radene = personer.radene(med_sum=_("Hele fylket"))
    return Talltabell(
        _("Personer à jour etter kommune"), _("Kommune"), kolonner,
        tuple(
            Rad(navn, (*personer.celler(nummer), personer.andel(nummer, ("ajour",))))
            for nummer, navn in radene
        ),
        tuple(personer.serie(*rad) for rad in radene if rad[0] != SUM and personer.celle(rad[0], SUM).verdi),
    )  # fmt: skip


def _ukene(aar: int, til: date, grense: int) -> Talltabell:
    fra = date(aar + 1, 1, 1)
    tall = queries.registrert_per_uke(aar=aar, fra=fra, til=til)
    rader = {
        uke.isoformat(): _("Uke %(nr)s (fra %(dato)s)")
        % {"nr": uke.isocalendar().week, "dato": visning.dato(uke)}
        for uke in uker.uker(fra, til)
    }
    kryss = Kryss(
        rader,
        {"gjort": _("Registrert eller rettet")},
        {(uke.isoformat(), "gjort"): n for uke, n in tall.items()},
        grense,
    )
    radene = kryss.radene(med_sum=_("Etter nyttår i alt"))
    return Talltabell(
        _("Registreringer for %(aar)s, uke for uke") % {"aar": aar}, _("Uke"), tuple(kryss.kolonner.values()),
        tuple(Rad(navn, (kryss.celle(uke, SUM),)) for uke, navn in radene),
        tuple(kryss.serie(uke, navn) for uke, navn in radene if uke != SUM),
    )  # fmt: skip


def _punkter(til: date, i_dag: date, mangler: Tall) -> tuple[tuple[str, Tall | Tekst], ...]:
    igjen = (til - i_dag).days
    dager = (
        ngettext("%(n)s dag igjen", "%(n)s dager igjen", igjen) % {"n": igjen}
        if igjen >= 0
        else _("Fristen er ute")
    )
    punkter: list[tuple[str, Tall | Tekst]] = [
        (_("Frist"), Tekst(f"{visning.dato(til)} ({dager})")),
        (_("Personer som mangler noe"), mangler),
    ]
    if igjen >= 0 and mangler.verdi:
        takt = uker.per_uke(mangler.verdi, i_dag, til)
        punkter.append((_("Per uke fram til fristen"), Tall(takt, mangler.skjult)))
    return tuple(punkter)


def _definisjoner(aar: int) -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Årsavslutning"),
            _(
                "Registreringene for %(aar)s skal være i orden innen siste dag i februar året etter "
                "(IMDi, hvert år). "
                "Tallene viser hvordan det står nå, for det som skulle vært registrert til og med "
                "31.12.%(aar)s."
            )
            % {"aar": aar},
        ),
        (_("Person à jour"), _("Ingenting mangler eller er delvis registrert.")),
        (
            _("Uke for uke"),
            _(
                "Det som ble registrert eller rettet den uken, om noe som ble kjent i %(aar)s. "
                "Regnet av tidspunktet "
                "for registreringen."
            )
            % {"aar": aar},
        ),
    )


AARSAVSLUTNING = Rapportslag(
    "aarsavslutning",
    gettext_lazy("Årsavslutning"),
    gettext_lazy("Det som må være registrert innen siste dag i februar."),
    Kommunefilter,
    lag,
)
