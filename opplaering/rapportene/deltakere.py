"""Participants by school, municipality and target group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import alle_kodevalg
from integrering.nir.rules.minstenivaa import Nivaa
from integrering.rapporter.queries.antall import antall_per
from integrering.rapporter.rapportene.felles import (
    Rapportslag,
    UtenFilter,
    faste_definisjoner,
    i_kjente_rader,
    kommunerader,
    lenke_til,
    tabellen,
)
from integrering.rapporter.tall import Kryss, Rapport, Talltabell
from integrering.tilgang.aktoer import Aktoer
from opplaering.kodeverk import MAALGRUPPE
from opplaering.queries.framdrift import framdrift_for
from opplaering.queries.skoler import skoler
from opplaering.queries.tall import i_dag_paa_skole
from opplaering.rules.framdrift import IKKE_PROEVD, Tilstand

_TILSTANDER = {
    Tilstand.NAADD: gettext_lazy("Målet er nådd"),
    Tilstand.I_RUTE: gettext_lazy("I rute"),
    Tilstand.I_FARE: gettext_lazy("Målet nås kanskje ikke"),
    Tilstand.UKJENT: gettext_lazy("Kan ikke avgjøres"),
}


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of those at a school today."""
    rader = i_dag_paa_skole(timezone.localdate())
    grupper = {kode: str(navn) for kode, navn in alle_kodevalg(MAALGRUPPE)}
    kommuner, skolene = kommunerader(av), {s.nummer: s.navn for s in skoler()}
    per_kommune = i_kjente_rader(antall_per(rader, "person__kommune__nummer", "maalgruppe"), kommuner)
    per_skole = antall_per(rader, "skole__nummer", "maalgruppe")
    tabeller = [
        tabellen(
            _("Deltakere etter kommune og målgruppe"), _("Kommune"),
            Kryss(kommuner, grupper, per_kommune, grense, _lenke(av, "kommune" if av.er_fylke else "")),
        )
    ]  # fmt: skip
    if skolene:
        kryss = Kryss(skolene, grupper, per_skole, grense, _lenke(av, "skole"))
        tabeller.append(tabellen(_("Deltakere etter skole og målgruppe"), _("Skole"), kryss))
    tabeller += _om_norsk(av, kommuner, grense)
    return Rapport(tuple(tabeller), _definisjoner() + faste_definisjoner(grense))


def _om_norsk(av: Aktoer, kommuner: Mapping[str, str], grense: int) -> list[Talltabell]:
    """Return progress towards the goal, and level now, by municipality."""
    i_dag = timezone.localdate()
    rader = i_dag_paa_skole(i_dag)
    hvor = {pk: nummer or "" for pk, nummer in rader.values_list("person_id", "person__kommune__nummer")}
    framdrift = framdrift_for(rader, i_dag)
    per_tilstand = Counter((hvor[person], f.tilstand.value) for person, f in framdrift.items())
    per_nivaa = Counter((hvor[person], f.nivaa or IKKE_PROEVD) for person, f in framdrift.items())
    tilstander = {t.value: str(navn) for t, navn in _TILSTANDER.items()}
    nivaaer = {n.value: n.value for n in Nivaa} | {IKKE_PROEVD: _("Ikke prøvd i alle deler")}
    felt = "kommune" if av.er_fylke else ""
    return [
        tabellen(
            tittel, _("Kommune"),
            Kryss(kommuner, kolonner, i_kjente_rader(tall, kommuner), grense, _lenke(av, felt, kolonnefelt)),
        )
        for tittel, kolonnefelt, kolonner, tall in (
            (_("Deltakere etter kommune og framdrift"), "framdrift", tilstander, per_tilstand),
            (_("Deltakere etter kommune og nivå i norsk"), "nivaa", nivaaer, per_nivaa),
        )
    ]  # fmt: skip


def _lenke(av: Aktoer, felt: str, kolonnefelt: str = "maalgruppe") -> Callable[[str, str], str]:
    """Return the address of the participants behind a count: row and column by these filters."""

    def lenke(rad: str, kolonne: str) -> str:
        valg = {felt: rad} if felt else {}
        return lenke_til(av, "opplaering", **valg, **{kolonnefelt: kolonne})

    return lenke


def _definisjoner() -> tuple[tuple[str, str], ...]:
    return (
        (_("Deltaker"), _("En som er registrert på en videregående skole i dag. Hver telles én gang.")),
        (_("Målgruppe"), _("Det som er registrert om deltakeren på skolen (integreringsloven §§ 8, 26–28).")),
        (
            _("Framdrift"),
            _("Om målet i norsk nås i tide, regnet av resultatene og tiden som er igjen. Bare et varsel."),
        ),
        (_("Nivå i norsk"), _("Nådd i alle fire delene av norskprøven.")),
        (_("Listen bak tallet"), _("Viser også dem som begynner senere.")),
    )


DELTAKERE = Rapportslag(
    "deltakere-i-videregaaende",
    gettext_lazy("Deltakere i videregående"),
    gettext_lazy("Hvor mange som går på videregående i dag, etter skole, målgruppe, nivå og framdrift."),
    UtenFilter,
    lag,
)
