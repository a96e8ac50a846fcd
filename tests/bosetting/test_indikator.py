"""From figures and judgements to z."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bosetting.rules.indikator import krymp, persentil, vurdering, z

ELLEVE: list[Fraction | int | None] = [*range(11)]


@pytest.mark.parametrize(
    ("verdi", "svar"),
    [
        (5, 0),
        (9, 1),
        (1, -1),
        (7, Fraction(1, 2)),
        (10, 1),
        (0, -1),
        (400, 1),
        (Fraction(11, 2), Fraction(1, 8)),
    ],
)
def test_z_av_tall(verdi: Fraction | int, svar: Fraction | int) -> None:
    """The median is 0, P10 and P90 are −1 and 1, and nothing goes further."""
    assert z(verdi, ELLEVE) == svar


def test_mangler_er_ikke_verst() -> None:
    """Missing gives no z at all, and does not count among the others."""
    assert z(None, ELLEVE) is None
    assert z(5, [None, *ELLEVE, None]) == 0
    assert z(5, [None]) is None
    assert z(5, [5, 5, 5]) == 0


@pytest.mark.parametrize(
    ("prosent", "svar"), [(0, 1), (50, Fraction(5, 2)), (90, Fraction(37, 10)), (100, 4)]
)
def test_persentil(prosent: int, svar: Fraction) -> None:
    """Between two figures the percentile is on the line between them."""
    assert persentil([Fraction(n) for n in (1, 2, 3, 4)], prosent) == svar


@pytest.mark.parametrize(
    ("trinn", "svar"), [(1, -1), (2, Fraction(-1, 2)), (3, 0), (4, Fraction(1, 2)), (5, 1)]
)
def test_vurdering(trinn: int, svar: Fraction) -> None:
    """Judgements of 1–5 are −1 to 1 in halves."""
    assert vurdering(trinn) == svar


def test_vurdering_utenfor() -> None:
    """No judgement is missing; six is nothing."""
    assert vurdering(None) is None
    for trinn in (0, 6):
        with pytest.raises(ValueError, match=str(trinn)):
            vurdering(trinn)


@pytest.mark.parametrize(("antall", "svar"), [(0, 50), (5, 55), (10, 60), (20, 70), (300, 70)])
def test_faa_deltakere_trekkes_mot_fylket(antall: int, svar: int) -> None:
    """A result of 70 % where the county has 50 %: the fewer people, the nearer the county."""
    assert krymp(Fraction(70), antall, Fraction(50)) == svar
