"""Counties to calculate with: the one of the known answers, and invented ones for the properties."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from bosetting.rules.modell import Forutsetninger, Kommunegrunnlag

HALV, EN, FEMDEL = Fraction(1, 2), Fraction(1), Fraction(1, 5)
VEKTER = {"arbeid": FEMDEL, "intro": FEMDEL}


def fylke_o7() -> list[Kommunegrunnlag]:
    """The five municipalities of the known answer O7."""
    return [
        Kommunegrunnlag("A", 20000, {"arbeid": HALV, "intro": HALV}),
        Kommunegrunnlag("B", 8000, {"arbeid": -EN}),
        Kommunegrunnlag("C", 8000, {"intro": EN}, hoeyst=24),
        Kommunegrunnlag("D", 3000),
        Kommunegrunnlag("E", 1000, {"arbeid": EN, "intro": EN}),
    ]


def forutsetninger_o7(**felt: Any) -> Forutsetninger:
    """The assumptions of O7, with others in their place."""
    return Forutsetninger(**{"ramme": 120, "grunntall": 5, "minstetall": 10, "vekter": VEKTER, **felt})


def like(antall: int, **felt: Any) -> list[Kommunegrunnlag]:
    """So many equal municipalities of 1000 inhabitants."""
    return [Kommunegrunnlag(f"{n}", 1000, **felt) for n in range(1, antall + 1)]


Z = st.none() | st.integers(-10, 10).map(lambda n: Fraction(n, 10))
TALL = st.none() | st.integers(0, 60)


@st.composite
def kommuner(trekk: st.DrawFn, flest: int = 8) -> list[Kommunegrunnlag]:
    """An invented county, some of it not asked, some of it with limits."""
    antall = trekk(st.integers(1, flest))
    return [
        Kommunegrunnlag(
            nummer=f"{1000 + nr}",
            folketall=trekk(st.integers(1, 30000)),
            z={"arbeid": trekk(Z), "intro": trekk(Z)},
            spurt=nr == 0 or trekk(st.booleans()),
            minst=trekk(st.none() | st.integers(0, 20)),
            hoeyst=trekk(st.none() | st.integers(5, 80)),
            oenske_hoeyst=trekk(TALL),
            laas=trekk(st.sampled_from([None, None, None, 7])),
            forrige=trekk(TALL),
            em_hoeyst=trekk(st.none() | st.integers(0, 9)),
        )
        for nr in range(antall)
    ]


FORUTSETNINGER = st.builds(
    Forutsetninger,
    ramme=st.integers(40, 400),
    em_ramme=st.integers(0, 10),
    grunntall=st.integers(0, 5),
    minstetall=st.integers(0, 10),
    vekter=st.sampled_from([{}, VEKTER, {"arbeid": -FEMDEL, "intro": Fraction(3, 10)}]),
    baand=st.sampled_from([None, Fraction(1, 4), Fraction(1)]),
)
