"""A few of the lives of `simulering`; `make bench` lives many more."""

from __future__ import annotations

import pytest

from tests.tilskudd.runder import Runder, sett_satser
from tests.tilskudd.simulering import BRUKER, ETTER, FOER, MELDING, Loggbok, sammenlign

LIV = 4


@pytest.fixture
def runder(egen_database: str) -> Runder:
    sett_satser()
    return Runder()


def test_boekene_blir_de_samme_hva_som_enn_skjer(runder: Runder) -> None:
    bok = Loggbok()
    for froe in range(LIV):
        assert sammenlign(froe, runder, bok, ekte=froe == 0) == []
    slag = {navn.split(": ")[1] for navn in bok.feil if navn.startswith("arbeider")}
    assert slag == {*FOER, *ETTER}, "hvert sted en arbeider kan dø, er prøvd"
    assert {navn.split(": ")[1] for navn in bok.feil if navn.startswith("bruker")} == {*BRUKER}
    assert {navn.split(": ")[1] for navn in bok.feil if navn.startswith("melding")} == {*MELDING}
    assert bok.kill_9 >= 3
