"""Netting: years 1 to 3 and § 34 together, negative balances carried on."""

from __future__ import annotations

import pytest

from tests.tilskudd.sak import kvartal
from tilskudd.rules.linjer import Linjetype, Netto, linjetype, nett_ut, netto


@pytest.mark.parametrize(
    ("linjer_sum", "inn", "utbetales", "ut"),
    [
        (1_000, 0, 1_000, 0),
        (-20_342, 0, 0, -20_342),  # T13, first round
        (45_000, -20_342, 24_658, 0),  # T13, next round
        (20_000, -20_000, 0, 0),
        (0, -500, 0, -500),
        (-100, -500, 0, -600),
    ],
)
def test_negativ_sum_betaler_null_og_baeres_videre(
    linjer_sum: int, inn: int, utbetales: int, ut: int
) -> None:
    assert netto(linjer_sum, inn) == Netto(linjer_sum, inn, utbetales, ut)


def test_aar_en_til_tre_og_paragraf_34_regnes_sammen() -> None:
    """T14: −10 000 on year 1 does not hold back +30 000 on year 2."""
    assert nett_ut([(1, -10_000), (1, 30_000)], {})[1].utbetales == 20_000


def test_mottaker_med_saldo_staar_der_ogsaa_uten_linjer() -> None:
    assert nett_ut([(2, 10)], {1: -500, 3: 0}) == {1: Netto(0, -500, 0, -500), 2: Netto(10, 0, 10, 0)}


@pytest.mark.parametrize(
    ("beloep", "opptjent", "type_"),
    [
        (1, "2024K1", Linjetype.ORDINAER),
        (1, "2023K4", Linjetype.ETTERBETALING),
        (-1, "2023K4", Linjetype.TREKK),
        (-1, "2024K1", Linjetype.TREKK),
    ],
)
def test_linjetyper(beloep: int, opptjent: str, type_: Linjetype) -> None:
    assert linjetype(beloep, opptjent=kvartal(opptjent), kvartal=kvartal("2024K1")) is type_
