"""Bounded Webster: the known answers, all answers of small cases, another package, and what always holds."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from apportionment.methods import TiesException, compute
from hypothesis import assume, given
from hypothesis import strategies as st

from bosetting.rules.glatt import glatt
from bosetting.rules.webster import Endring, Umulig, Utvei, fordel

FASIT = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "fasit.json").read_text(encoding="utf-8"))["cases"]
}


def _regn(case: dict[str, Any], antall: int) -> list[int]:
    return fordel(case["q"], case["l"], case["u"], antall)


@pytest.mark.parametrize("nr", ["O1", "O3", "O4", "O6"])
def test_kjente_svar(nr: str) -> None:
    """The county's list of known answers."""
    assert _regn(FASIT[nr], FASIT[nr]["N"]) == FASIT[nr]["x"]


@pytest.mark.parametrize("gang", FASIT["O2"]["runs"], ids=lambda gang: str(gang["N"]))
def test_en_til_tar_ingen_fra_noen(gang: dict[str, Any]) -> None:
    """O2: a tie of three goes to the first, and one person more takes nobody from the third."""
    assert _regn(FASIT["O2"], gang["N"]) == gang["x"]


def test_for_lave_tak_sier_hvor_mange_og_veien_ut() -> None:
    """O5: five are missing; the frame can go down, or the caps up by the keys."""
    with pytest.raises(Umulig) as feil:
        _regn(FASIT["O5"], 25)
    assert feil.value.mangler == FASIT["O5"]["error"]["missing"]
    assert feil.value.utveier == (
        Utvei("ramme", (Endring(-1, 25, 20),)),
        Utvei("tak", (Endring(0, 10, 13), Endring(1, 10, 12))),
    )


def test_for_hoeye_minstetall() -> None:
    """Three persons are too few for two that must have two and three; the larger least goes down."""
    with pytest.raises(Umulig) as feil:
        fordel([1, 1], [2, 3], [None, None], 3)
    assert feil.value.mangler == -2
    assert feil.value.utveier == (
        Utvei("ramme", (Endring(-1, 3, 5),)),
        Utvei("minst", (Endring(1, 3, 1),)),
    )


def test_ingen_a_fordele_paa() -> None:
    """Nobody is asked: only another frame helps, and none at all is an answer."""
    assert fordel([], [], [], 0) == []
    with pytest.raises(Umulig) as feil:
        fordel([], [], [], 3)
    assert feil.value.utveier == (Utvei("ramme", (Endring(-1, 3, 0),)),)


@pytest.mark.parametrize(
    ("q", "nedre", "oevre", "antall", "svar"),
    [
        ([5, 0, 0], [0, 0, 0], [None, None, None], 7, [7, 0, 0]),
        ([5, 0, 0], [0, 2, 0], [3, None, None], 7, [3, 2, 2]),
        ([5, 0, 0], [0, 2, 0], [3, None, 1], 9, [3, 5, 1]),
        ([0, 0, 0], [0, 0, 0], [None, None, None], 4, [2, 1, 1]),
        ([0, 1], [4, 0], [9, 2], 5, [4, 1]),
    ],
)
def test_noekkelen_null(
    q: list[int], nedre: list[int], oevre: list[int | None], antall: int, svar: list[int]
) -> None:
    """A key of nothing gives the least only, and more when all others are full, evenly."""
    assert fordel(q, nedre, oevre, antall) == svar


@pytest.mark.parametrize(
    ("q", "nedre", "oevre", "antall"),
    [
        ([1], [0, 0], [None], 1),
        ([1], [0], [None, None], 1),
        ([-1], [0], [None], 1),
        ([1], [-1], [None], 1),
        ([1], [0], [None], -1),
        ([1], [3], [2], 3),
    ],
)
def test_det_som_ikke_er_et_regnestykke(
    q: list[int], nedre: list[int], oevre: list[int | None], antall: int
) -> None:
    """Unequal lengths, negative numbers and bounds that cross are refused."""
    with pytest.raises(ValueError, match=r"q, l, u|< 0|l > u"):
        fordel(q, nedre, oevre, antall)


def test_rangen_avgjoer_mellom_like() -> None:
    """Of equals the one first in rank gets the person, wherever it stands in the list."""
    assert fordel([1, 1], [0, 0], [None, None], 1) == [1, 0]
    assert fordel([1, 1], [0, 0], [None, None], 1, [("b",), ("a",)]) == [0, 1]


@st.composite
def _tilfeller(trekk: st.DrawFn, flest: int = 6) -> tuple[list[Fraction], list[int], list[int | None], int]:
    """Keys, bounds and a number of persons that fits."""
    n = trekk(st.integers(1, flest))
    noekler = st.fractions(min_value=0, max_value=50, max_denominator=12)
    q = trekk(st.lists(noekler, min_size=n, max_size=n))
    nedre = trekk(st.lists(st.integers(0, 4), min_size=n, max_size=n))
    mer = trekk(st.lists(st.none() | st.integers(0, 6), min_size=n, max_size=n))
    oevre = [None if m is None else lav + m for lav, m in zip(nedre, mer, strict=True)]
    mest = sum(lav + 6 if tak is None else tak for lav, tak in zip(nedre, oevre, strict=True))
    return q, nedre, oevre, trekk(st.integers(sum(nedre), mest))


@given(_tilfeller())
def test_sum_og_grenser_holder_og_flere_tar_ikke_fra_noen(
    tilfelle: tuple[list[Fraction], list[int], list[int | None], int],
) -> None:
    """Σx = N; l ≤ x ≤ u; one person more in all lowers nobody."""
    q, nedre, oevre, antall = tilfelle
    x = fordel(q, nedre, oevre, antall)
    assert sum(x) == antall
    assert all(lav <= n and (tak is None or n <= tak) for lav, n, tak in zip(nedre, x, oevre, strict=True))
    try:
        flere = fordel(q, nedre, oevre, antall + 1)
    except Umulig:
        return
    assert all(a <= b for a, b in zip(x, flere, strict=True))


def _kostnad(x: tuple[int, ...], q: list[int], antall: int) -> Fraction:
    return sum(((n - Fraction(antall * k, sum(q))) ** 2 / k for n, k in zip(x, q, strict=True)), Fraction(0))


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 2), st.integers(0, 4)), min_size=1, max_size=4),
    st.integers(0, 100),
)
def test_like_god_som_alle_muligheter(rader: list[tuple[int, int, int]], hvor: int) -> None:
    """On small cases no other distribution within the bounds strays less from the keys: Σ(x−t)²/q."""
    q, nedre, oevre = [r[0] for r in rader], [r[1] for r in rader], [r[1] + r[2] for r in rader]
    antall = sum(nedre) + hvor % (sum(oevre) - sum(nedre) + 1)
    x = tuple(fordel(q, nedre, oevre, antall))
    alle = product(*(range(lav, tak + 1) for lav, tak in zip(nedre, oevre, strict=True)))
    best = min(_kostnad(m, q, antall) for m in alle if sum(m) == antall)
    assert _kostnad(x, q, antall) == best


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=12), st.integers(1, 60))
def test_lik_en_annen_pakke_uten_grenser(q: list[int], antall: int) -> None:
    """Without bounds the answer is that of the package `apportionment`, where it has only one."""
    try:
        fasit = compute("saintelague", q, antall, tiesallowed=False, verbose=False)
    except TiesException:
        assume(False)
    assert fordel(q, [0] * len(q), [None] * len(q), antall) == list(fasit)


@pytest.mark.parametrize(
    ("q", "nedre", "oevre", "antall", "svar"),
    [
        ([6, 3, 1], [0, 0, 0], [None, None, None], 20, [12, 6, 2]),
        ([6, 3, 1], [0, 0, 5], [None, None, None], 20, [10, 5, 5]),
        ([6, 3, 1], [0, 0, 5], [8, None, None], 20, [8, 7, 5]),
        ([6, 3, 1], [1, 1, 1], [2, 2, 2], 6, [2, 2, 2]),
    ],
)
def test_foer_avrunding(
    q: list[int], nedre: list[int], oevre: list[int | None], antall: int, svar: list[int]
) -> None:
    """The keys times one factor, held inside the bounds, with the right sum."""
    assert glatt([Fraction(n) for n in q], nedre, oevre, antall) == svar


def test_alle_ved_taket_i_flyttall() -> None:
    """All are full, and the floats miss by a hair: the bounds themselves come out, not an error."""
    assert glatt([1.0, 9 / 16, 3 / 7], [0, 0, 0], [2, 4, 7], 13) == [2, 4, 7]
