"""Two at the same time, each with a connection of its own."""

from __future__ import annotations

import threading

from django.db import connections

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from regionalt.kompetanse import actions
from regionalt.kompetanse.actions import Paameldingsdata
from regionalt.kompetanse.models import Paamelding
from tests.fabrikk import STEINKJER, lag_aktoer
from tests.kompetanse.hjelp import alle, lag_arrangement


def test_to_samtidig_faar_ikke_samme_plass(egen_database: str) -> None:
    """Two connections, one place: one has it, the other waits."""
    a = lag_arrangement(kapasitet=1)
    hvem = [("Anna", lag_aktoer()), ("Bo", lag_aktoer(nummer=STEINKJER))]
    klare = threading.Barrier(2)

    def meld(navn: str, av: Aktoer) -> None:
        klare.wait()
        try:
            with kontekst(kontekst_for(av)):
                ny = Paameldingsdata(navn, "x", f"{navn}@x.example", virksomhet_id=av.virksomhet_id)
                actions.meld_paa(arrangement=a, data=ny, av=av)
        finally:
            connections.close_all()

    traader = [threading.Thread(target=meld, args=en) for en in hvem]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()
    assert sorted(p.plass for p in alle(Paamelding)) == ["plass", "venter"]
