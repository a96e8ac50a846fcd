"""A few of the lives of `simulering`; `make bench` lives many more."""

from __future__ import annotations

import pytest

from tests.tilskudd.runder import Runder, sett_satser
from tests.tilskudd.simulering import BRUKER, ETTER, FOER, MELDING, Simulering

LIV = 4


@pytest.fixture
def simulering(egen_database: str) -> Simulering:
    sett_satser()
    return Simulering(Runder())


def test_boekene_blir_de_samme_hva_som_enn_skjer(simulering: Simulering) -> None:
    for froe in range(LIV):
        assert simulering.sammenlign(froe, ekte=froe == 0) == []
    proevd: dict[str, set[str]] = {"arbeider": set(), "bruker": set(), "melding": set()}
    for navn in simulering.bok.feil:
        hvem, hva = navn.split(": ")
        proevd[hvem].add(hva)
    # every place where a worker can die, is tried
    assert proevd == {"arbeider": {*FOER, *ETTER}, "bruker": {*BRUKER}, "melding": {*MELDING}}
    assert simulering.bok.kill_9 >= 3
