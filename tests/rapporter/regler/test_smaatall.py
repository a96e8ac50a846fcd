"""Small numbers: no hidden count, and no small sum of hidden counts, can be worked out from those shown."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from integrering.rapporter.rules.smaatall import SUM, med_summer, skjulte

Tabell = dict[tuple[str, str], int]


def _tabell(*rader: Iterable[int]) -> Tabell:
    tall = {(f"r{i}", f"k{j}"): n for i, rad in enumerate(rader) for j, n in enumerate(rad)}
    return med_summer(sorted({r for r, _k in tall}), sorted({k for _r, k in tall}), tall)


def _vist(tabell: Tabell, grense: int = 5) -> dict[tuple[str, str], int | None]:
    skjult = skjulte(tabell, grense)
    return {celle: None if celle in skjult else n for celle, n in tabell.items()}


def test_tall_fra_en_til_fire_er_skjult_null_og_fem_vises() -> None:
    vist = _vist(_tabell([0, 5, 40, 4, 1]))
    assert vist["r0", "k0"] == 0
    assert vist["r0", "k1"] == 5
    assert vist["r0", "k3"] is None
    assert vist["r0", "k4"] is None
    assert vist["r0", SUM] == 50


def test_ett_skjult_tall_i_en_rad_skjuler_et_til() -> None:
    """20 av 23 registrert sier at 3 mangler: derfor er 20 også skjult."""
    vist = _vist(_tabell([20, 3]))
    assert vist == {("r0", "k0"): None, ("r0", "k1"): None, ("r0", SUM): 23}


def test_to_smaa_tall_som_til_sammen_er_smaa_skjuler_et_til() -> None:
    """1 og 2 skjult, men 30 − 27 = 3 forteller om dem begge: et tall til blir skjult."""
    vist = _vist(_tabell([20, 7, 1, 2]))
    assert vist["r0", "k2"] is None and vist["r0", "k3"] is None
    assert vist["r0", "k1"] is None
    assert vist["r0", "k0"] == 20


def test_et_lite_tall_i_en_tabell_skjuler_et_rektangel() -> None:
    vist = _vist(_tabell([3, 20], [30, 40], [50, 60]))
    skjult = {celle for celle, n in vist.items() if n is None}
    assert skjult == {("r0", "k0"), ("r0", "k1"), ("r1", "k0"), ("r1", "k1")}


def test_en_liten_sum_er_ogsaa_skjult() -> None:
    vist = _vist(_tabell([1, 2], [30, 40]))
    assert vist["r0", SUM] is None


def test_uten_smaa_tall_skjules_ingenting() -> None:
    assert skjulte(_tabell([5, 0], [10, 20]), 5) == frozenset()


def test_grensen_bestemmer() -> None:
    tabell = _tabell([9, 20, 30])
    assert skjulte(tabell, 5) == frozenset()
    assert ("r0", "k0") in skjulte(tabell, 10)


def test_en_kolonne_med_sum() -> None:
    """Uke for uke: bare en sum nederst."""
    vist = _vist(_tabell([3], [20], [30]))
    assert vist["r0", "k0"] is None and vist["r1", "k0"] is None
    assert vist["r2", "k0"] == 30 and vist[SUM, "k0"] == 53


def test_ett_tall_alene() -> None:
    assert _vist(_tabell([3])) == {("r0", "k0"): None}


def _ligninger(tabell: Tabell) -> list[dict[tuple[str, str], int]]:
    """Return every sum that anybody may set up: parts +1, total −1."""
    rader, kolonner = {r for r, _k in tabell}, {k for _r, k in tabell}
    ut = []
    if SUM in kolonner:
        ut += [{(r, k): -1 if k == SUM else 1 for k in kolonner} for r in rader]
    if SUM in rader:
        ut += [{(r, k): -1 if r == SUM else 1 for r in rader} for k in kolonner]
    return ut


def _kan_regnes_ut(tabell: Tabell, skjult: frozenset[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the hidden counts that the equations determine, by Gauss."""
    ukjente = sorted(skjult)
    matrise = [[Fraction(ligning.get(c, 0)) for c in ukjente] for ligning in _ligninger(tabell)]
    pivoter: list[int] = []
    rad = 0
    for kolonne in range(len(ukjente)):
        funnet = next((i for i in range(rad, len(matrise)) if matrise[i][kolonne]), None)
        if funnet is None:
            continue
        matrise[rad], matrise[funnet] = matrise[funnet], matrise[rad]
        deler = matrise[rad][kolonne]
        matrise[rad] = [v / deler for v in matrise[rad]]
        for i, annen in enumerate(matrise):
            if i != rad and annen[kolonne]:
                faktor = annen[kolonne]
                matrise[i] = [a - faktor * b for a, b in zip(annen, matrise[rad], strict=True)]
        pivoter.append(kolonne)
        rad += 1
    return {ukjente[p] for i, p in enumerate(pivoter) if sum(1 for v in matrise[i] if v) == 1}


@st.composite
def _tabeller(draw: st.DrawFn) -> Tabell:
    rader, kolonner = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    antall = st.one_of(st.integers(0, 9), st.integers(0, 60))
    return _tabell(*[[draw(antall) for _k in range(kolonner)] for _r in range(rader)])


@settings(max_examples=150, deadline=None)
@given(_tabeller(), st.integers(3, 10))
def test_ingen_skjulte_tall_kan_regnes_ut(tabell: Tabell, grense: int) -> None:
    """Solved by Gauss, which knows nothing of the graph of the rule."""
    skjult = skjulte(tabell, grense)
    assert all(celle in skjult for celle, n in tabell.items() if 0 < n < grense)
    assert _kan_regnes_ut(tabell, skjult) == set()
    for ligning in _ligninger(tabell):
        total = next(c for c, fortegn in ligning.items() if fortegn == -1)
        rest = sum(tabell[c] for c in ligning if c in skjult and c != total)
        assert total in skjult or rest == 0 or rest >= grense


def test_gauss_finner_det_som_kan_regnes_ut() -> None:
    """The judge of the property test is not blind."""
    tabell = _tabell([3, 20], [30, 40])
    assert _kan_regnes_ut(tabell, frozenset({("r0", "k0")})) == {("r0", "k0")}
    assert _kan_regnes_ut(tabell, frozenset({("r0", "k0"), ("r0", "k1")})) == {("r0", "k0"), ("r0", "k1")}
