"""At 25 000 persons a page is read from an index: never a scan of all persons, however it is sorted.

What a list is filtered by stands in the persons' own rows: of the facts a filter reads the hours of school
periods, and nothing else.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import QueryDict

from benchmarks.befolkning import fyll_buffere, lag_befolkning
from integrering.lister import keyset
from integrering.lister.utvalg import Utvalg
from integrering.nir.lister import PERSONER
from integrering.nir.queries.status import MANGLER
from integrering.nir.rules.lovspor import Lovspor
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests import fabrikk

ANTALL = 25_000


def _noder(plan: dict[str, Any]) -> list[tuple[str, str]]:
    egen = [(plan["Node Type"], plan.get("Relation Name", ""))]
    return egen + [node for del_ in plan.get("Plans", []) for node in _noder(del_)]


def _skanner(rader: Any) -> list[tuple[str, str]]:
    """Return the scans of all persons in the plan of a page."""
    svar = json.loads(rader.explain(format="json"))
    return [n for n in _noder(svar[0]["Plan"]) if n[0] == "Seq Scan" and n[1] == "nir_person"]


def _faktatabeller(rader: Any) -> list[tuple[str, str]]:
    """Return the scans of facts in the plan of a filter, but those of school periods."""
    svar = json.loads(rader.explain(format="json"))
    return [n for n in _noder(svar[0]["Plan"]) if n[1] not in ("", "nir_person", "nir_fulltidvgo")]


@pytest.mark.vandring
@pytest.mark.usefixtures("egen_database")
def test_ingen_side_leser_alle_personer() -> None:
    fylket = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    kommunen = fabrikk.lag_aktoer()
    lag_befolkning(ANTALL, fylket)
    fyll_buffere()
    funnet = []
    for av in (fylket, kommunen):
        for sorter in ("navn", "-navn", "duf", "-duf", "foedt", "-foedt", "kommune", "-kommune"):
            utvalg = Utvalg(PERSONER, av, QueryDict(f"sorter={sorter}"))
            with kontekst(kontekst_for(av)):
                rader = utvalg.alle()
                nivaaer = utvalg.nivaaer(rader)
                ordnet = utvalg.ordnet()
                midt = keyset.sted(keyset.med_sted(ordnet, nivaaer)[500], nivaaer)
                funnet += [(av.rolle, sorter, "første", n) for n in _skanner(ordnet[:51])]
                etter = ordnet.filter(keyset._deler(nivaaer, midt)[0])[:51]
                funnet += [(av.rolle, sorter, "midt", n) for n in _skanner(etter)]
        for filter_ in (*(f"mangler={m}" for m in MANGLER), *(f"lovspor={s}" for s in Lovspor)):
            with kontekst(kontekst_for(av)):
                rader = Utvalg(PERSONER, av, QueryDict(filter_)).alle().order_by().values("pk")
                funnet += [(av.rolle, filter_, "alle", n) for n in _faktatabeller(rader)]
    assert funnet == []
