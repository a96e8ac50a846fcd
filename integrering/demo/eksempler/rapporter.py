"""Ended programmes and tests in the demo, so that the reports have something to count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from integrering.nir import actions
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_dager
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

# The first by name are left to other examples.
HAR_ALT = 12
_HVOR_MANGE = (("trondheim", 24), ("skaun", 6))
# Reason and main activity, the most frequent first; one in four did not go on to work or education.
_SLUTT = (
    ("arbeid_heltid", "arbeid"), ("videregaaende", "utdanning"), ("arbeid_deltid", "arbeid"),
    ("nir_nav_tiltak", "kvalifisering"), ("arbeid_heltid", "arbeid"), ("nir_vgo_yrkesfag", "utdanning"),
    ("hoeyere_utdanning", "utdanning"), ("grunnskole", "grunnskole"),
)  # fmt: skip
_NIVAAER = ("a1", "a2", "a2", "b1", "b1", "b2")
_BODD = timedelta(days=500)


def lag(i_dag: date) -> None:
    """Register for participants of two municipalities, as their users. Nothing without them."""
    for navn, antall in _HVOR_MANGE:
        av = aktoer_med_rolle(navn, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
        if av is not None:
            with kontekst(kontekst_for(av)):
                _for_kommunen(av, antall, i_dag)


def _for_kommunen(av: Aktoer, antall: int, i_dag: date) -> None:
    lenge = Person.objects.filter(
        kommune_id=av.virksomhet_id, skjermet=False, foerste_bosted__lte=i_dag - _BODD
    ).order_by("sortering", "pk")
    for nr, person in enumerate(lenge[HAR_ALT : HAR_ALT + antall]):
        for slug, verdier in (("proeve", _proeve(nr, i_dag)), ("avslutning", _avslutning(nr, i_dag))):
            actions.registrer(slag=FAKTATYPER[slug], person=person, verdier=verdier, av=av)


def _proeve(nr: int, i_dag: date) -> dict[str, Any]:
    """At the turn of the year, in this school year or the last."""
    fra, _til = skoleaarets_dager(skoleaar(i_dag) - nr % 2)
    dag = min(fra + timedelta(days=120 + nr), i_dag)
    deler = {
        del_: _NIVAAER[(nr * 5 + plass) % len(_NIVAAER)]
        for plass, del_ in enumerate(("lytte", "lese", "skriftlig", "muntlig"))
    }
    return {"proeve": "norskproeve", "dato": dag, "resultat": "", "spraak": ""} | deler


def _avslutning(nr: int, i_dag: date) -> dict[str, Any]:
    """Two in three last year, the others the year before."""
    aarsak, hovedaktivitet = _SLUTT[nr % len(_SLUTT)]
    aar = i_dag.year - (2 if nr % 3 == 0 else 1)
    return {
        "ordning": "intro", "dato": date(aar, 2 + nr % 10, 15), "avslutningsaarsak": aarsak,
        "hovedaktivitet": hovedaktivitet,
    }  # fmt: skip
