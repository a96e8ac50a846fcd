"""Jobbsjansen part B in the demo: one project in progress, and one whose report is due. Invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.jobbsjansen import actions
from regionalt.jobbsjansen.models import Prosjekt


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    aar = i_dag.year if i_dag.month >= 8 else i_dag.year - 1
    with kontekst(kontekst_for(av)):
        ferdig = _prosjekt(
            av,
            "Grunnskole og verksted (eksempel)",
            aar - 1,
            ["5001"],
            "avsluttet",
            i_dag + timedelta(days=12),
        )
        _tall(av, ferdig, aar - 1, 2, inn=16, ut=3, til_vgo=2, til_arbeid=1, kvinner=7, menn=9)
        _tall(av, ferdig, aar, 1, inn=2, ut=15, til_vgo=12, til_arbeid=2, kvinner=1, menn=1)
        i_gang = _prosjekt(av, "Mer norsk før Vg1 (eksempel)", aar, ["5006", "5037"], "i_gang", None)
        _tall(av, i_gang, aar, 2, inn=19, ut=1, til_vgo=0, til_arbeid=1, kvinner=None, menn=None)


def _lagring(navn: str) -> Lagring[Any]:
    return Lagring(innsending=uuid5(NAMESPACE_URL, f"demo-jobbsjansen-{navn}"))


def _prosjekt(
    av: Aktoer, navn: str, aar: int, kommuner: list[str], tilstand: str, frist: date | None
) -> Prosjekt:
    felter = {
        "navn": navn, "formaal": "Flere unge klarer å fullføre videregående.",
        "skoler": "Eksempelbyen videregående skole", "kommuner": kommuner, "fra": date(aar, 8, 15),
        "til": date(aar + 1, 6, 20), "tilstand": tilstand, "tilskudd": None, "rapportfrist": frist,
    }  # fmt: skip
    return actions.lagre_prosjekt(felter=felter, lagring=_lagring(navn), av=av)


def _tall(av: Aktoer, prosjekt: Prosjekt, aar: int, halvaar: int, **tall: int | None) -> None:
    felter = {"aar": aar, "halvaar": halvaar, **tall}
    lagring = _lagring(f"{prosjekt.navn} {aar} {halvaar}")
    actions.lagre_tall(prosjekt=prosjekt, felter=felter, lagring=lagring, av=av)
