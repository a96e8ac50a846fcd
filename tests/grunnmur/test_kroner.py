"""How amounts are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.grunnmur.kroner import MINUS, NBSP, formater, tall


@pytest.mark.parametrize(
    ("beloep", "skrevet"),
    [
        (0, "0 kr"),
        (7, "7 kr"),
        (999, "999 kr"),
        (1000, "1 000 kr"),
        (43_400, "43 400 kr"),
        (1_234_567, "1 234 567 kr"),
        (-1, "−1 kr"),
        (-12_345, "−12 345 kr"),
    ],
)
def test_kroner(beloep: int, skrevet: str) -> None:
    """Hard spaces between thousands, a real minus sign, «kr» after."""
    assert formater(beloep) == skrevet.replace(" ", NBSP)


@given(st.integers(-(10**12), 10**12))
def test_tallet_kan_leses_tilbake(verdi: int) -> None:
    """Nothing is lost, no group is longer than three digits, no line breaks inside the number."""
    skrevet = tall(verdi)
    assert int(skrevet.replace(NBSP, "").replace(MINUS, "-")) == verdi
    assert all(len(gruppe) == 3 for gruppe in skrevet.lstrip(MINUS).split(NBSP)[1:])
    assert " " not in formater(verdi)
