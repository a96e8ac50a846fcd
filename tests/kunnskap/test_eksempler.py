"""The demo's figures: all the files that come with the product are read in, through the same actions."""

from __future__ import annotations

import pytest

from integrering.demo.eksempler import kunnskap
from integrering.tilgang.roller import Rolle
from regionalt.kunnskap.queries.tall import siste_tall, tall_for, vurderinger_for
from tests.fabrikk import TRONDHEIM, lag_bruker
from tests.kunnskap.hjelp import I_DAG, som

pytestmark = pytest.mark.django_db


def test_eksemplene() -> None:
    """The sums the sources print; a revised request counts; the judgements are marked as examples."""
    kunnskap.lag(I_DAG)
    lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="saksbehandler")
    kunnskap.lag(I_DAG)
    with som():
        summene = {
            aar: sum(int(t.verdi or 0) for t in tall_for("anmodning", aar).values())
            for aar in range(2020, 2027)
        }
        assert summene == {2020: 391, 2021: 619, 2022: 3790, 2023: 0, 2024: 0, 2025: 1446, 2026: 1583}
        assert len(siste_tall("folketall")) == 38
        vurderinger = vurderinger_for(I_DAG)
    assert {v.sikkerhet for slag in vurderinger.values() for v in slag.values()} == {"eksempel"}
    assert vurderinger[TRONDHEIM]["vgs_tilbud"].trinn == 5
