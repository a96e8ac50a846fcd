"""Perioder som måneder ser dem, og hva timene og fraværet blir."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from opplaering.rules.fravaer import Maanedstall, Periode, samlede_perioder, summer


def d(maaned: int, dag: int) -> date:
    return date(2026, maaned, dag)


PERIODER: list[tuple[str, list[Periode], list[Periode]]] = [
    ("ingen", [], []),
    ("én uten slutt", [(d(1, 10), None)], [(d(1, 10), None)]),
    (
        "andre timer midt i måneden er fortsatt én elev",
        [(d(3, 16), d(6, 20)), (d(1, 10), d(3, 15))],
        [(d(1, 10), d(6, 20))],
    ),
    ("pause innenfor måneden", [(d(1, 10), d(3, 5)), (d(3, 25), None)], [(d(1, 10), None)]),
    (
        "fra månedsskiftet er måneden en annen",
        [(d(1, 10), d(3, 31)), (d(4, 1), None)],
        [(d(1, 10), d(3, 31)), (d(4, 1), None)],
    ),
    ("ett år har ingen slutt", [(d(1, 1), None), (d(1, 20), d(2, 1))], [(d(1, 1), None)]),
]


@pytest.mark.parametrize(("perioder", "samlet"), [r[1:] for r in PERIODER], ids=[r[0] for r in PERIODER])
def test_samlede_perioder(perioder: list[Periode], samlet: list[Periode]) -> None:
    assert samlede_perioder(perioder) == samlet


def test_fravaer_i_prosent_av_timene_som_ble_gitt() -> None:
    tall = [
        Maanedstall(d(1, 1), Decimal("80"), Decimal("4"), Decimal("6"), Decimal("0")),
        Maanedstall(d(2, 1), Decimal("100"), Decimal("0"), Decimal("0"), Decimal("10")),
    ]
    alt = summer(tall)
    assert [alt.timer, alt.gyldig, alt.ugyldig, alt.uavklart] == [180, 4, 6, 10]
    assert [alt.fravaer, alt.prosent] == [20, 10]


def test_uten_timer_er_det_ingen_prosent() -> None:
    assert summer([]).prosent is None
