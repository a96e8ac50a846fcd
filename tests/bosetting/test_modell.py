"""The calculation: the county of the known answers, bounds that collide, and what always holds."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bosetting.rules.grenser import Grenser, grenser
from bosetting.rules.modell import (
    Fordeling,
    Forutsetninger,
    Kommunegrunnlag,
    Ugyldig,
    Umulig,
    beregn,
)
from tests.bosetting.grunnlag import EN, FORUTSETNINGER, VEKTER, forutsetninger_o7, fylke_o7, kommuner, like
from tests.bosetting.test_webster import FASIT


def _antall(fordeling: Fordeling) -> list[int]:
    return [linje.antall for linje in fordeling.linjer]


def test_kjent_svar_o7() -> None:
    """O7: the invented county, and why C gets 24."""
    fordeling = beregn(fylke_o7(), forutsetninger_o7())
    assert _antall(fordeling) == FASIT["O7"]["x"]
    assert [linje.grense for linje in fordeling.linjer] == ["", "", "tak", "", "minstetall"]
    hvorfor = FASIT["O7"]["why_C"]
    ledd = fordeling.linje("C").forklaring
    assert [(n.slag, n.kriterium) for n in ledd] == [
        ("grunntall", ""),
        ("folketall", ""),
        ("kriterium", "arbeid"),
        ("kriterium", "intro"),
        ("normalisering", ""),
        ("grenser", ""),
        ("avrunding", ""),
    ]
    tall = [round(float(n.personer), 3) for n in ledd]
    assert tall[:5] == [hvorfor[k] for k in ("grunn", "folketall", "arbeid", "intro", "normalisering")]
    assert round(tall[5] + tall[6], 3) == hvorfor["tak_og_avrunding"]
    assert sum(n.personer for n in ledd) == hvorfor["sum"]


def test_kjent_svar_o6() -> None:
    """O6: equal population, the criterion at 1, 0 and −1."""
    tre = [Kommunegrunnlag(str(n), 1000, {"arbeid": Fraction(n)}) for n in (1, 0, -1)]
    f = Forutsetninger(90, minstetall=0, vekter={"arbeid": Fraction(1, 5)})
    assert _antall(beregn(tre, f)) == FASIT["O6"]["x"]


GRENSER: list[tuple[dict[str, Any], dict[str, Any], Grenser]] = [
    ({}, {}, Grenser(10, None, "minstetall")),
    ({"minst": 4}, {}, Grenser(4, None, "minstetall")),
    ({"minst": 14}, {}, Grenser(14, None, "oenske")),
    ({"hoeyst": 30}, {}, Grenser(10, 30, "minstetall", "tak")),
    # capacity goes before the least, the least before the wish
    ({"hoeyst": 6}, {}, Grenser(6, 6, "tak", "tak")),
    ({"oenske_hoeyst": 6}, {}, Grenser(10, 10, "minstetall", "minstetall")),
    ({"oenske_hoeyst": 20, "hoeyst": 30}, {}, Grenser(10, 20, "minstetall", "oenske")),
    ({"oenske_hoeyst": 40, "hoeyst": 30}, {}, Grenser(10, 30, "minstetall", "tak")),
    ({"laas": 3, "hoeyst": 2, "minst": 9}, {}, Grenser(3, 3, "laas", "laas")),
    ({"forrige": 40}, {"baand": Fraction(1, 4)}, Grenser(30, 50, "baand", "baand")),
    ({"forrige": 41}, {"baand": Fraction(1, 4)}, Grenser(31, 51, "baand", "baand")),
    ({"forrige": 41}, {}, Grenser(10, None, "minstetall")),
    ({}, {"baand": Fraction(1, 4)}, Grenser(10, None, "minstetall")),
    # the band gives way to all other limits
    ({"forrige": 40, "hoeyst": 20}, {"baand": Fraction(1, 4)}, Grenser(20, 20, "baand", "tak")),
    ({"forrige": 4}, {"baand": Fraction(1, 4)}, Grenser(10, 10, "minstetall", "baand")),
    ({"forrige": 4}, {"baand": Fraction(2)}, Grenser(10, 12, "minstetall", "baand")),
]


@pytest.mark.parametrize(("kommune", "runde", "svar"), GRENSER)
def test_grenser_i_rekkefoelge(kommune: dict[str, Any], runde: dict[str, Any], svar: Grenser) -> None:
    """Lock, capacity, least, wish, band: the first holds."""
    k = Kommunegrunnlag("1", 1000, **kommune)
    assert grenser(k, Forutsetninger(100, **runde)) == svar


def test_laas_binder_alltid_og_ikke_spurt_faar_ingen() -> None:
    """A lock is told even where it changes nothing; one that is not asked gets none."""
    tre = [*like(2), Kommunegrunnlag("3", 9000, spurt=False, laas=8)]
    fordeling = beregn([replace(tre[0], laas=20), *tre[1:]], Forutsetninger(40))
    assert _antall(fordeling) == [20, 20, 0]
    assert [linje.grense for linje in fordeling.linjer] == ["laas", "", ""]
    assert fordeling.linje("3").forklaring == ()


@pytest.mark.parametrize(
    ("felt", "f", "svar"),
    [
        # at the cap, but nobody would have given it more
        ({"hoeyst": 20}, {}, ["", ""]),
        ({"hoeyst": 19}, {}, ["tak", ""]),
        ({"oenske_hoeyst": 15}, {}, ["oenske", ""]),
        ({"minst": 20}, {}, ["", ""]),
        ({"minst": 22}, {}, ["oenske", ""]),
        ({"forrige": 30}, {"baand": Fraction(1, 10)}, ["baand", ""]),
        ({"forrige": 10}, {"baand": Fraction(1, 10)}, ["baand", ""]),
    ],
)
def test_grensen_som_binder(felt: dict[str, Any], f: dict[str, Any], svar: list[str]) -> None:
    """A limit is told only when the number would have been another without it."""
    en, annen = like(2)
    fordeling = beregn([replace(en, **felt), annen], Forutsetninger(40, **f))
    assert [linje.grense for linje in fordeling.linjer] == svar


def test_alle_ved_grensen() -> None:
    """All are full, or all have only their least: no limit can move alone, and none is told."""
    assert [n.grense for n in beregn(like(2, hoeyst=20), Forutsetninger(40)).linjer] == ["", ""]
    assert [n.grense for n in beregn(like(2), Forutsetninger(20)).linjer] == ["", ""]


def test_mindreaarige_innenfor_tallet_og_plassene() -> None:
    """Minors go by the numbers, never above the places or the number itself."""
    fire = [
        Kommunegrunnlag("1", 6000, em_hoeyst=2),
        Kommunegrunnlag("2", 3000),
        Kommunegrunnlag("3", 1000, em_hoeyst=0),
        Kommunegrunnlag("4", 9000, spurt=False, em_hoeyst=9),
    ]
    fordeling = beregn(fire, Forutsetninger(100, em_ramme=8))
    assert [linje.em for linje in fordeling.linjer] == [2, 6, 0, 0]


def test_for_faa_plasser_til_mindreaarige() -> None:
    """The number is fine, the places are three too few."""
    with pytest.raises(Umulig) as feil:
        beregn(like(2, em_hoeyst=1), Forutsetninger(40, em_ramme=5))
    assert (feil.value.hva, feil.value.mangler, feil.value.utveier) == ("em", 3, ())


UTVEIER: list[
    tuple[list[Kommunegrunnlag], dict[str, Any], int, list[tuple[str, list[tuple[str, int, int]]]]]
] = [
    (
        [Kommunegrunnlag("1", 2000, hoeyst=12), Kommunegrunnlag("2", 1000, oenske_hoeyst=11)],
        {"ramme": 25},
        2,
        [("ramme", [("", 25, 23)]), ("oenske", [("2", 11, 13)]), ("tak", [("1", 12, 14)])],
    ),
    # the wish can rise only to the capacity, and that is too low alone
    (
        [Kommunegrunnlag("1", 2000, hoeyst=12, oenske_hoeyst=11)],
        {"ramme": 25},
        14,
        [("ramme", [("", 25, 11)]), ("alle", [("1", 11, 25)])],
    ),
    (
        [Kommunegrunnlag("1", 1000, laas=5), Kommunegrunnlag("2", 1000, forrige=10)],
        {"ramme": 25, "baand": Fraction(1, 5)},
        8,
        [("ramme", [("", 25, 17)]), ("baand", [("2", 12, 20)]), ("laas", [("1", 5, 13)])],
    ),
    (
        [Kommunegrunnlag("1", 1000, minst=14), Kommunegrunnlag("2", 1000)],
        {"ramme": 22},
        -2,
        [("ramme", [("", 22, 24)]), ("oenske", [("1", 14, 12)]), ("minstetall", [("1", 14, 12)])],
    ),
    ([], {"ramme": 3}, 3, [("ramme", [("", 3, 0)])]),
]


@pytest.mark.parametrize(("rader", "f", "mangler", "utveier"), UTVEIER)
def test_umulig_sier_hvor_mange_og_veiene_ut(
    rader: list[Kommunegrunnlag],
    f: dict[str, Any],
    mangler: int,
    utveier: list[tuple[str, list[tuple[str, int, int]]]],
) -> None:
    """Each way out is enough alone, by kind of limit; all at once only where none is."""
    with pytest.raises(Umulig) as feil:
        beregn(rader, Forutsetninger(**f))
    assert feil.value.mangler == mangler
    sagt = [(u.slag, [(e.nummer, e.fra, e.til) for e in u.endringer]) for u in feil.value.utveier]
    assert sagt == utveier


@pytest.mark.parametrize(
    ("rader", "f", "felt"),
    [
        ([*like(1), *like(1)], {}, "kommuner"),
        (like(1), {"ramme": -1}, "ramme"),
        (like(1), {"em_ramme": -1}, "em_ramme"),
        (like(1), {"em_ramme": 41}, "em_ramme"),
        (like(1), {"minstetall": -1}, "minstetall"),
        (like(1), {"grunntall": -1}, "grunntall"),
        (like(3), {"grunntall": 14}, "grunntall"),
        (like(1), {"maks_utslag": EN}, "maks_utslag"),
        (like(1), {"vekter": {"a": Fraction(2, 5), "b": Fraction(-2, 5)}}, "vekter"),
        (like(1), {"baand": Fraction(-1)}, "baand"),
        ([Kommunegrunnlag("1", -1)], {}, "1"),
        (like(1, minst=-1), {}, "1"),
        (like(1, z={"a": Fraction(3, 2)}), {}, "1"),
        ([Kommunegrunnlag("1", 0)], {}, "folketall"),
    ],
)
def test_ugyldige_forutsetninger(rader: list[Kommunegrunnlag], f: dict[str, Any], felt: str) -> None:
    """What gives no calculation is refused, with the name of the assumption."""
    with pytest.raises(Ugyldig) as feil:
        beregn(rader, Forutsetninger(**{"ramme": 40, **f}))
    assert feil.value.felt == felt


def test_ingen_spurt_og_ingen_ramme() -> None:
    """Nobody is asked and nobody is to be settled: an empty answer, not an error."""
    assert beregn([], Forutsetninger(0)).linjer == ()
    assert _antall(beregn(like(2, spurt=False), Forutsetninger(0))) == [0, 0]


def test_uten_innbyggere_teller_ikke() -> None:
    """One without inhabitants and without base amount gets its least, and its steps sum to it."""
    to = [Kommunegrunnlag("1", 0), *like(2)[1:]]
    fordeling = beregn(to, Forutsetninger(40))
    assert _antall(fordeling) == [10, 30]
    assert [sum(n.personer for n in linje.forklaring) for linje in fordeling.linjer] == [10, 30]


def _mulig(rader: list[Kommunegrunnlag], f: Forutsetninger) -> Fordeling:
    try:
        return beregn(rader, f)
    except (Umulig, Ugyldig):
        assume(False)
        raise AssertionError from None


@given(kommuner(), FORUTSETNINGER)
def test_svaret_gaar_alltid_opp(rader: list[Kommunegrunnlag], f: Forutsetninger) -> None:
    """The sums are the frames, the bounds hold, the minors fit in, and the steps sum to the number."""
    linjer = _mulig(rader, f).linjer
    assert sum(linje.antall for linje in linjer) == f.ramme
    assert sum(linje.em for linje in linjer) == f.em_ramme
    for linje in linjer:
        assert linje.nedre <= linje.antall
        assert linje.oevre is None or linje.antall <= linje.oevre
        assert 0 <= linje.em <= linje.antall
        assert sum((n.personer for n in linje.forklaring), Fraction(0)) == linje.antall


@given(kommuner(), FORUTSETNINGER, st.randoms(use_true_random=False))
def test_rekkefoelgen_av_radene_er_uten_betydning(
    rader: list[Kommunegrunnlag], f: Forutsetninger, tilfeldig: random.Random
) -> None:
    """The same county in another order gives the same lines."""
    foer = _mulig(rader, f)
    stokket = list(rader)
    tilfeldig.shuffle(stokket)
    assert beregn(stokket, f).etter_nummer() == foer.etter_nummer()


@given(kommuner(), FORUTSETNINGER)
def test_grensen_som_binder_er_sann(rader: list[Kommunegrunnlag], f: Forutsetninger) -> None:
    """A binding cap moved by one gives one more; a binding least moved by one gives one less."""
    f = replace(f, em_ramme=0, baand=None)
    for k, linje in zip(rader, _mulig(rader, f).linjer, strict=True):
        if linje.grense in ("", "laas"):
            continue
        opp = linje.antall == linje.oevre
        if opp and linje.antall == linje.nedre:
            continue  # both bounds at once: the one that was moved does not stand alone
        ny = linje.antall + (1 if opp else -1)
        felt = {"hoeyst": ny, "oenske_hoeyst": None} if opp else {"minst": ny}
        andre = [replace(r, **felt) if r is k else r for r in rader]
        assert beregn(andre, f).linje(k.nummer).antall == ny


@given(kommuner(), FORUTSETNINGER, st.data())
def test_et_bedre_tall_senker_aldri(
    rader: list[Kommunegrunnlag], f: Forutsetninger, data: st.DataObject
) -> None:
    """Raising one z of one municipality never lowers its number."""
    f = replace(f, vekter=VEKTER)
    foer = _mulig(rader, f)
    hvem = data.draw(st.integers(0, len(rader) - 1))
    z = rader[hvem].z["arbeid"] or Fraction(0)
    hoeyere = replace(rader[hvem], z={**rader[hvem].z, "arbeid": (z + 1) / 2})
    etter = beregn([*rader[:hvem], hoeyere, *rader[hvem + 1 :]], f)
    assert etter.linjer[hvem].antall >= foer.linjer[hvem].antall


@given(st.integers(1, 9), st.integers(0, 400))
def test_like_kommuner_skiller_hoeyst_en(antall: int, mer: int) -> None:
    """Equal inputs differ by one person at most, and the lowest numbers get it."""
    svar = _antall(beregn(like(antall), Forutsetninger(10 * antall + mer)))
    assert max(svar) - min(svar) <= 1
    assert svar == sorted(svar, reverse=True)
