"""Participants by school, municipality and target group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import alle_kodevalg
from integrering.rapporter.rapportene.felles import (
    Rapportslag,
    faste_definisjoner,
    kommunerader,
    lenke_til,
)
from integrering.rapporter.tall import Kryss, Rapport
from integrering.tilgang.aktoer import Aktoer
from opplaering.kodeverk import MAALGRUPPE
from opplaering.queries.skoler import skoler
from opplaering.queries.tall import antall_per, i_dag_paa_skole
from opplaering.rapportene.felles import UtenFilter, i_kjente_rader, tabellen


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
    return Rapport(tuple(tabeller), _definisjoner() + faste_definisjoner(grense))


def _lenke(av: Aktoer, felt: str) -> Callable[[str, str], str]:
    """Return the address of the participants behind a count: row by this filter, column by target group."""

    def lenke(rad: str, gruppe: str) -> str:
        valg = {felt: rad} if felt else {}
        return lenke_til(av, "opplaering", periode="", maalgruppe=gruppe, **valg)

    return lenke


def _definisjoner() -> tuple[tuple[str, str], ...]:
    return (
        (_("Deltaker"), _("En som er registrert på en videregående skole i dag. Hver telles én gang.")),
        (_("Målgruppe"), _("Det som er registrert om deltakeren på skolen (integreringsloven §§ 8, 26–28).")),
        (_("Listen bak tallet"), _("Viser også dem som begynner senere.")),
    )


DELTAKERE = Rapportslag(
    "deltakere-i-videregaaende",
    gettext_lazy("Deltakere i videregående"),
    gettext_lazy("Hvor mange som går på videregående i dag, etter kommune, skole og målgruppe."),
    UtenFilter,
    lag,
)
