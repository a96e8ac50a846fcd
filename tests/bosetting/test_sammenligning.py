"""Scenarios, effective weights, intervals, counterfactuals, and simple ways held against IMDi's numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from bosetting.etterproeving import les_runder
from bosetting.rules.avvik import avvik
from bosetting.rules.etterproeving import Proeve, Runde, etterproev
from bosetting.rules.modell import Forutsetninger, Kommunegrunnlag, Umulig, beregn
from bosetting.rules.motstykke import Motstykke, motstykke
from bosetting.rules.robusthet import Intervall, Omregning, effektiv_vekt, intervaller
from bosetting.rules.scenarier import Scenario, danske_noekler, i_fjor, kapasitet, scenarier
from bosetting.rules.webster import fordel
from tests.bosetting.grunnlag import EN, forutsetninger_o7, fylke_o7, like
from tests.bosetting.test_webster import FASIT

O7 = dict(zip("ABCDE", FASIT["O7"]["x"], strict=True))


# --- Scenarios ---


def _navngitt(alle: list[Scenario]) -> dict[tuple[str, str], Scenario]:
    return {(s.slag, s.kriterium): s for s in alle}


def test_scenariene_det_er_tall_for() -> None:
    """The model, population only, capacity, low and high need, without each criterion; no last year."""
    alle = _navngitt(scenarier(fylke_o7(), forutsetninger_o7(em_ramme=4)))
    assert list(alle) == [
        ("modell", ""),
        ("folketall", ""),
        ("kapasitet", ""),
        ("lavt", ""),
        ("hoeyt", ""),
        ("uten", "arbeid"),
        ("uten", "intro"),
    ]
    assert alle["modell", ""].antall == O7
    assert alle["folketall", ""].antall == {"A": 56, "B": 22, "C": 22, "D": 10, "E": 10}
    assert (alle["lavt", ""].ramme, alle["hoeyt", ""].ramme) == (96, 144)
    assert sum(alle["hoeyt", ""].antall.values()) == 144


def test_ett_scenario_kan_vaere_umulig() -> None:
    """High need is more than the caps hold: that scenario has no numbers, the others do."""
    alle = _navngitt(scenarier(like(2, hoeyst=20), Forutsetninger(36)))
    hoeyt = alle["hoeyt", ""]
    assert (hoeyt.antall, hoeyt.umulig and hoeyt.umulig.mangler) == ({}, 3)
    assert alle["lavt", ""].antall == {"1": 15, "2": 14}


def test_grunntallet_krymper_med_lavt_behov() -> None:
    """A base amount that fills the frame still leaves the low need a calculation."""
    alle = _navngitt(scenarier(like(2), Forutsetninger(40, grunntall=20, minstetall=0)))
    assert alle["lavt", ""].antall == {"1": 16, "2": 16}


@pytest.mark.parametrize(
    ("forrige", "ramme", "svar"),
    [
        # a cut: never above last year, never under ten
        ([60, 30, 10], 80, {"1": 47, "2": 23, "3": 10}),
        # a raise: the same shares
        ([60, 30, 10], 200, {"1": 120, "2": 60, "3": 20}),
        ([60, None, 0], 50, {"1": 50}),
        ([6, 30, 0], 30, {"1": 6, "2": 24}),
    ],
)
def test_i_fjor_skalert(forrige: list[int | None], ramme: int, svar: dict[str, int]) -> None:
    """Last year's numbers for those who had one."""
    rader = [replace(k, forrige=n) for k, n in zip(like(3), forrige, strict=True)]
    skalert = i_fjor(rader, Forutsetninger(ramme))
    assert skalert is not None
    assert skalert.antall == svar


def test_i_fjor_umulig_eller_ukjent() -> None:
    """Three who had ten cannot share twenty when each must have ten; no last year, no scenario."""
    skalert = i_fjor(like(3, forrige=10), Forutsetninger(20))
    assert skalert is not None
    assert skalert.umulig is not None
    assert skalert.umulig.mangler == -10
    assert i_fjor(like(3), Forutsetninger(20)) is None
    assert i_fjor(like(3, forrige=9, spurt=False), Forutsetninger(20)) is None


def test_bare_kapasitet() -> None:
    """By what the municipalities have told; one that has not counts with the others' average."""
    tre = [
        Kommunegrunnlag("1", 1000, hoeyst=40, oenske_hoeyst=30),
        Kommunegrunnlag("2", 3000, oenske_hoeyst=50),
        Kommunegrunnlag("3", 1000),
        Kommunegrunnlag("4", 9000, spurt=False, hoeyst=90),
    ]
    bare = kapasitet(tre, Forutsetninger(50, minstetall=0))
    assert bare is not None
    assert bare.antall == {"1": 15, "2": 25, "3": 10}
    assert kapasitet(like(2), Forutsetninger(50)) is None


def test_dansk_noekkel() -> None:
    """O11: twice the share of the population minus the share of the immigrants; below zero is zero."""
    assert fordel(danske_noekler([50, 30, 20], [70, 20, 10]), [0] * 3, [None] * 3, 100) == FASIT["O11"]["x"]
    assert danske_noekler([10, 90], [90, 10]) == [0, Fraction(17, 10)]
    assert danske_noekler([1, 1], [0, 0]) == [1, 1]


@pytest.mark.parametrize(("innvandrere", "med"), [({"1": 5, "2": 15}, True), ({"1": 5}, False), ({}, False)])
def test_dansk_noekkel_bare_naar_alle_har_tall(innvandrere: dict[str, int], med: bool) -> None:
    """A municipality without a figure is never taken for one without immigrants."""
    alle = _navngitt(scenarier(like(2), Forutsetninger(40), innvandrere))
    assert (("dansk", "") in alle) == med
    if med:
        assert alle["dansk", ""].antall == {"1": 30, "2": 10}
    assert ("dansk", "") not in _navngitt(scenarier([], Forutsetninger(0), innvandrere))


# --- Robustness ---


def test_effektiv_vekt() -> None:
    """What a criterion moves is the persons who would have been elsewhere without it."""
    f = forutsetninger_o7()
    vekter = effektiv_vekt(Omregning(fylke_o7(), f))
    for navn in f.vekter:
        uten = beregn(fylke_o7(), replace(f, vekter={k: v for k, v in f.vekter.items() if k != navn}))
        assert vekter[navn] == avvik(uten.antall(), O7).indeks * 120
    assert vekter == {"arbeid": 3, "intro": 2}


def test_intervallene_er_de_samme_hver_gang_og_rommer_tallet() -> None:
    """The same seed gives the same intervals; the cap of C holds in all draws."""
    omregning = Omregning(fylke_o7(), forutsetninger_o7())
    funnet = intervaller(omregning)
    assert funnet == intervaller(Omregning(list(reversed(fylke_o7())), forutsetninger_o7()))
    assert all(funnet[nr].lavest <= antall <= funnet[nr].hoeyest for nr, antall in O7.items())
    assert funnet["C"] == Intervall(24, 24)
    assert funnet["C"].i_ord == "24"
    assert funnet["B"].i_ord == f"{funnet['B'].lavest}–{funnet['B'].hoeyest}"
    assert funnet["B"].lavest < funnet["B"].hoeyest
    assert intervaller(omregning, trekninger=0)["A"] == Intervall(56, 56)


def test_uten_vekter_er_det_ingenting_a_trekke() -> None:
    """No criteria: every interval is the number itself."""
    omregning = Omregning(like(3), Forutsetninger(40))
    assert effektiv_vekt(omregning) == {}
    assert set(intervaller(omregning).values()) == {Intervall(13, 13), Intervall(14, 14)}


def test_trekninger_holder_seg_under_det_hoeyeste_utslaget() -> None:
    """A draw above what the round lets the criteria move is cut down: nobody gets less than half of plain."""
    f = Forutsetninger(1000, minstetall=0, vekter={"a": Fraction(1, 2)})
    to = [Kommunegrunnlag("1", 1000, {"a": EN}), Kommunegrunnlag("2", 1000, {"a": -EN})]
    assert beregn(to, f).antall() == {"1": 750, "2": 250}
    assert Omregning(to, f).tall([1250]) == [750, 250]
    assert intervaller(Omregning(to, f))["2"].lavest == 250


def test_omregning_sier_fra_som_beregningen() -> None:
    """Limits that cannot be kept are told before any draw."""
    with pytest.raises(Umulig) as feil:
        Omregning(like(2, hoeyst=10), Forutsetninger(25))
    assert feil.value.mangler == 5


# --- Counterfactuals ---

MOTSTYKKER: list[tuple[dict[str, Any], int, Motstykke | None]] = [
    ({"laas": 30}, 40, Motstykke("laas", 30, None, 20)),
    # without the lock the number is the same
    ({"laas": 20}, 40, None),
    ({"hoeyst": 15}, 40, Motstykke("oevre", 15, 16, 16)),
    ({"oenske_hoeyst": 15, "hoeyst": 50}, 40, Motstykke("oevre", 15, 16, 16)),
    ({"minst": 25}, 40, Motstykke("nedre", 25, 24, 24)),
    ({"minst": 25, "hoeyst": 30}, 40, Motstykke("nedre", 25, 24, 24)),
    ({}, 40, Motstykke("ramme", 40, 41, 21)),
    ({}, 41, Motstykke("ramme", 41, 43, 22)),
]


@pytest.mark.parametrize(("felt", "ramme", "svar"), MOTSTYKKER)
def test_naermeste_motstykke(felt: dict[str, Any], ramme: int, svar: Motstykke | None) -> None:
    """The lock, the limit that binds, or the frame."""
    en, annen = like(2)
    rader, f = [replace(en, **felt), annen], Forutsetninger(ramme)
    assert motstykke(rader, f, beregn(rader, f), "1") == svar


def test_motstykke_naar_rammen_ikke_kan_vokse() -> None:
    """The frame grows only as far as the limits hold: 45 is full, and 43 gives one more."""
    rader, f = [like(2)[0], *like(2, hoeyst=22)[1:]], Forutsetninger(42, baand=EN)
    rader = [replace(rader[0], hoeyst=23), rader[1]]
    assert motstykke(rader, f, beregn(rader, f), "1") == Motstykke("ramme", 42, 43, 22)
    fulle = like(2, hoeyst=21)
    assert motstykke(fulle, f, beregn(fulle, f), "1") is None


def test_motstykke_uten_laas_er_umulig() -> None:
    """Without the lock the caps are too low: nothing to tell."""
    rader = [Kommunegrunnlag("1", 1000, laas=20, hoeyst=10), Kommunegrunnlag("2", 1000, hoeyst=20)]
    assert motstykke(rader, Forutsetninger(40), beregn(rader, Forutsetninger(40)), "1") is None


# --- Held against IMDi ---


@pytest.mark.parametrize(
    ("a", "b", "svar"),
    [
        ({"1": 5, "2": 5}, {"1": 5, "2": 5}, (0, 2, 2, 2)),
        ({"1": 6, "2": 4}, {"1": 5, "2": 5}, (Fraction(1, 10), 0, 2, 2)),
        ({"1": 10}, {"2": 10}, (1, 0, 0, 2)),
        ({}, {}, (0, 0, 0, 0)),
    ],
)
def test_avvik(a: dict[str, int], b: dict[str, int], svar: tuple[Any, ...]) -> None:
    """Half the sum of the differences, of all."""
    funnet = avvik(a, b)
    assert (funnet.indeks, funnet.like, funnet.innen_en, funnet.antall) == svar


# Rounds of IMDi: persons, municipalities asked, and how many per cent each way places elsewhere:
# population only, with the least, with 5, 10 and 15 each, and the last round scaled.
TROENDELAG = {
    (2020, "opprinnelig"): (563, 24, (22.0, 16.3, 11.7, 6.2, 12.4)),
    (2020, "revidert"): (391, 24, (23.3, 10.5, 6.9, 9.0, 22.5, 0.8)),
    (2021, ""): (619, 24, (25.5, 21.5, 16.2, 9.7, 5.8, 8.4)),
    (2022, "opprinnelig"): (641, 24, (26.7, 22.9, 17.8, 11.9, 7.8, 3.3)),
    (2022, "revidert"): (3790, 38, (27.0, 26.7, 25.1, 23.5, 22.3)),
    (2025, "revidert"): (1446, 34, (22.8, 20.7, 17.5, 14.5, 13.0)),
    (2026, ""): (1583, 34, (24.0, 23.7, 20.0, 17.1, 15.7)),
}


def _proever() -> dict[tuple[int, str], list[Proeve]]:
    ut: dict[tuple[int, str], list[Proeve]] = {}
    for proeve in etterproev(*les_runder()):
        ut.setdefault((proeve.runde.aar, proeve.runde.versjon), []).append(proeve)
    return ut


@pytest.mark.parametrize("runde", TROENDELAG, ids=lambda r: f"{r[0]} {r[1]}".strip())
def test_etterproevd_paa_troendelag(runde: tuple[int, str]) -> None:
    """How far each simple way is from what IMDi asked the county's municipalities for."""
    ramme, spurte, prosenter = TROENDELAG[runde]
    proever = _proever()[runde]
    assert (proever[0].runde.ramme, len(proever[0].runde.anmodning)) == (ramme, spurte)
    maalt = tuple(round(float(p.avvik.indeks) * 100, 1) for p in proever)
    assert maalt[: len(prosenter)] == prosenter
    assert [(p.maate, p.grunntall) for p in proever][:5] == [
        ("folketall", 0),
        ("minst", 0),
        ("grunntall", 5),
        ("grunntall", 10),
        ("grunntall", 15),
    ]


def test_nedjusteringen_i_2020_er_i_fjor_skalert() -> None:
    """IMDi's cut of 2020 is the last round scaled: 20 of 24 exactly, 23 within one person."""
    skalert = _proever()[2020, "revidert"][-1]
    assert (skalert.maate, skalert.avvik.like, skalert.avvik.innen_en) == ("i_fjor", 20, 23)


def test_et_grunntall_rammen_ikke_har_rom_for_utelates() -> None:
    """Two municipalities and twelve persons: a base amount of ten each is no calculation."""
    proever = etterproev({"1": 100, "2": 100}, [Runde(2021, "", {"1": 6, "2": 6})])
    assert [(p.maate, p.grunntall) for p in proever] == [("folketall", 0), ("minst", 0), ("grunntall", 5)]
