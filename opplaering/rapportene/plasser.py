"""Places in upper secondary for adults that registered goals lead to, by municipality and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_navn
from integrering.rapporter.tall import Kryss, Rapport
from integrering.tilgang.aktoer import Aktoer
from opplaering.queries.tall import HAR_GAATT, IKKE_BEGYNT, PAA_SKOLE, vgo_maal
from opplaering.rules.tall import plassen_trengs

LISTE = "vgo_plasser"
AAR_TILBAKE = 4
TIDLIGERE = "tidligere"
TILSTANDER = {
    IKKE_BEGYNT: gettext_lazy("Har ikke begynt"),
    PAA_SKOLE: gettext_lazy("Går på skole"),
    HAR_GAATT: gettext_lazy("Har sluttet"),
}


def viste_aar(dag: date) -> range:
    """Return the school years that are counted one by one: the next, and those before it."""
    kommende = skoleaar(dag) + 1
    return range(kommende - AAR_TILBAKE + 1, kommende + 1)


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of today."""
    i_dag, kommuner = timezone.localdate(), kommunerader(av)
    rader = vgo_maal(i_dag)
    aarene = {str(aar): skoleaarets_navn(aar) for aar in viste_aar(i_dag)}
    per_aar: Counter[tuple[str, str]] = Counter()
    for (kommune, satt), n in antall_per(rader, "kommune", "fra").items():
        aar = str(plassen_trengs(satt))
        per_aar[kommune, aar if aar in aarene else TIDLIGERE] += n
    per_tilstand = i_kjente_rader(antall_per(rader, "kommune", "tilstand"), kommuner)

    def lenke(felt: str) -> Callable[[str, str], str]:
        return lambda kommune, verdi: lenke_til(
            av, LISTE, kommune=kommune if av.er_fylke else "", **{felt: verdi}
        )

    kolonner, rader_per_aar = {TIDLIGERE: _("Tidligere"), **aarene}, i_kjente_rader(per_aar, kommuner)
    tilstander = {kode: str(navn) for kode, navn in TILSTANDER.items()}
    return Rapport(
        (
            tabellen(
                _("Ventede plasser etter kommune og skoleår"), _("Kommune"),
                Kryss(kommuner, kolonner, rader_per_aar, grense, lenke("skoleaar")),
            ),
            tabellen(
                _("De samme etter om de har begynt"), _("Kommune"),
                Kryss(kommuner, tilstander, per_tilstand, grense, lenke("tilstand")),
            ),
        ),
        _definisjoner() + faste_definisjoner(grense),
    )  # fmt: skip


def _definisjoner() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Ventet plass"),
            _(
                "En person der det siste registrerte sluttmålet er videregående opplæring, deler av den, "
                "fag- og yrkesopplæring eller yrkesfaglig rekvalifisering (integreringsloven §§ 13 og 14)."
            ),
        ),
        (
            _("Skoleår"),
            _("Det første skoleåret som begynner når målet er satt, eller etterpå. Vår egen regel."),
        ),
        (_("Har begynt"), _("Det som er registrert om personen på en videregående skole i fylket.")),
    )


PLASSER = Rapportslag(
    "plasser-i-videregaaende",
    gettext_lazy("Ventede plasser i videregående for voksne"),
    gettext_lazy("Hvor mange plasser sluttmålene i introduksjonsprogrammet fører til."),
    UtenFilter,
    lag,
)
