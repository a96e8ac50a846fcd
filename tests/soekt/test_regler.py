"""The rules as tables: extra costs, earmarks, warnings, what is lacking, next step, tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilskudd.soekt.rules import oppgaver
from tilskudd.soekt.rules.bruk import Avvik, Rom, avvik
from tilskudd.soekt.rules.budsjett import Post, Sum, fordel, summer
from tilskudd.soekt.rules.hull import Hull, Soeknadsfakta, hull
from tilskudd.soekt.rules.oppgaver import Oppgavefakta
from tilskudd.soekt.rules.steg import Steg, neste

DAG = date(2031, 3, 1)


def test_merkostnaden_er_det_som_er_ut_over_det_ordinaere() -> None:
    poster = [Post(200_000, 800_000, 100_000), Post(0, 50_000)]
    assert [(p.merkostnad, p.soekes) for p in poster] == [(600_000, 500_000), (50_000, 50_000)]
    assert summer(poster) == Sum(200_000, 850_000, 650_000, 100_000, 550_000)
    assert summer([]) == Sum(0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("innvilget", "soekt", "deler"),
    [
        (550_000, [500_000, 50_000], [500_000, 50_000]),
        (275_000, [500_000, 50_000], [250_000, 25_000]),
        (100, [1, 1, 1], [1, 1, 1]),  # more than applied for: the rest belongs to no post
        (2, [1, 1, 1], [1, 1, 0]),  # the largest remainder, the first of equals
        (10, [3, 3, 5], [3, 3, 4]),
        (0, [5], [0]),
        (7, [], []),
    ],
)
def test_det_innvilgede_fordeles_paa_postene(innvilget: int, soekt: list[int], deler: list[int]) -> None:
    assert fordel(innvilget, soekt) == deler


@given(st.lists(st.integers(0, 10**7), max_size=8), st.integers(0, 10**8))
def test_delene_er_det_innvilgede_og_ingen_faar_mer_enn_soekt(soekt: list[int], innvilget: int) -> None:
    deler = fordel(innvilget, soekt)
    assert sum(deler) == min(innvilget, sum(soekt))
    assert all(0 <= d <= s for d, s in zip(deler, soekt, strict=True))


ROM = Rom(igjen=1_000, igjen_paa_posten=400, fra=date(2031, 1, 1), til=date(2031, 12, 31))


@pytest.mark.parametrize(
    ("beloep", "dato", "utenfor", "rom", "ventet"),
    [
        (400, DAG, False, ROM, []),
        (401, DAG, False, ROM, [Avvik.OVER_POSTEN]),
        (1_001, DAG, False, ROM, [Avvik.OVER_POSTEN, Avvik.OVER_TILSKUDDET]),
        (1, DAG, True, ROM, [Avvik.UTENFOR_FORMAALET]),
        (1, DAG, False, replace(ROM, igjen_paa_posten=None), [Avvik.UTENFOR_BUDSJETTET]),
        (1, date(2030, 12, 31), False, ROM, [Avvik.UTENFOR_PERIODEN]),
        (1, date(2032, 1, 1), False, ROM, [Avvik.UTENFOR_PERIODEN]),
        (1, date(2032, 1, 1), False, replace(ROM, til=None), []),
        (1, date(1999, 1, 1), False, replace(ROM, fra=None), []),
    ],
)
def test_advarsler_om_bruk(beloep: int, dato: date, utenfor: bool, rom: Rom, ventet: list[Avvik]) -> None:
    assert avvik(beloep=beloep, dato=dato, utenfor_formaalet=utenfor, rom=rom) == ventet


FULL = Soeknadsfakta(
    beskrevet=True, har_periode=True, deltakere=10, minst_deltakere=10, soekes=1, egenandel=1,
    krever_egenandel=True, mest=1, maalgruppe_mangler=0, vilkaar_mangler=0, partnere=1, uten_avtale=0,
    frist=DAG,
)  # fmt: skip


@pytest.mark.parametrize(
    ("endring", "ventet"),
    [
        ({}, []),
        ({"beskrevet": False}, [Hull.TILTAK]),
        ({"har_periode": False}, [Hull.PERIODE]),
        ({"deltakere": 9}, [Hull.DELTAKERE]),
        ({"deltakere": None, "minst_deltakere": None}, [Hull.DELTAKERE]),
        ({"deltakere": 1, "minst_deltakere": None}, []),
        ({"soekes": 0}, [Hull.BUDSJETT]),
        ({"egenandel": 0}, [Hull.EGENANDEL]),
        ({"egenandel": 0, "krever_egenandel": False}, []),
        ({"soekes": 2}, [Hull.OVER_MEST]),
        ({"soekes": 2, "mest": None}, []),
        ({"maalgruppe_mangler": 1, "vilkaar_mangler": 1}, [Hull.MAALGRUPPE, Hull.VILKAAR]),
        ({"partnere": 0}, [Hull.PARTNERE]),
        ({"uten_avtale": 1}, [Hull.AVTALER]),
        ({"frist": date(2031, 2, 28)}, [Hull.FRIST]),
        ({"frist": None}, []),
    ],
)
def test_det_en_soeknad_mangler(endring: dict[str, object], ventet: list[Hull]) -> None:
    assert hull(replace(FULL, **endring), DAG) == ventet  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tilstand", "mangler", "godkjent", "ventet"),
    [
        ("utkast", [Hull.VILKAAR, Hull.TILTAK], False, Steg.TILTAK),
        ("utkast", [Hull.EGENANDEL, Hull.PARTNERE], False, Steg.BUDSJETT),
        ("utkast", [Hull.PARTNERE, Hull.VILKAAR], False, Steg.PARTNER),
        ("utkast", [Hull.MAALGRUPPE], False, Steg.VILKAAR),
        ("utkast", [Hull.FRIST, Hull.AVTALER], False, Steg.KLAR),
        ("utkast", [], False, Steg.KLAR),
        ("klar", [], False, Steg.GODKJENN),
        ("klar", [], True, Steg.SEND),
        ("sendt", [], True, Steg.VEDTAK),
        ("innvilget", [], True, Steg.START),
        ("i_gang", [], True, Steg.RAPPORT),
        ("rapportert", [], True, Steg.AVSLUTT),
        ("avsluttet", [], True, Steg.FERDIG),
        ("avslaatt", [], True, Steg.FERDIG),
        ("trukket", [], False, Steg.FERDIG),
    ],
)
def test_neste_steg(tilstand: str, mangler: list[Hull], godkjent: bool, ventet: Steg) -> None:
    assert neste(tilstand, mangler, godkjent=godkjent) is ventet


FAKTA = Oppgavefakta(
    tilstand="i_gang", godkjent=True, soeknadsfrist=date(2031, 3, 29), rapportfrist=date(2031, 4, 30),
    til=date(2031, 6, 1), igjen=1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("endring", "frist", "godkjennes", "rapport", "ubrukt"),
    [
        ({}, None, False, date(2031, 4, 30), date(2031, 6, 1)),
        ({"igjen": 0}, None, False, date(2031, 4, 30), None),
        ({"rapportfrist": date(2031, 5, 1)}, None, False, None, date(2031, 6, 1)),
        ({"til": date(2031, 6, 2)}, None, False, date(2031, 4, 30), None),
        ({"rapportfrist": None, "til": None}, None, False, None, None),
        ({"tilstand": "utkast"}, date(2031, 3, 29), False, None, None),
        ({"tilstand": "utkast", "soeknadsfrist": date(2031, 3, 30)}, None, False, None, None),
        ({"tilstand": "klar", "godkjent": False}, date(2031, 3, 29), True, None, None),
        ({"tilstand": "klar"}, date(2031, 3, 29), False, None, None),
        ({"tilstand": "sendt"}, None, False, None, None),
        ({"tilstand": "rapportert"}, None, False, None, None),
    ],
)
def test_oppgaver(
    endring: dict[str, object],
    frist: date | None,
    godkjennes: bool,
    rapport: date | None,
    ubrukt: date | None,
) -> None:
    f = replace(FAKTA, **endring)  # type: ignore[arg-type]
    assert oppgaver.soeknadsfrist(f, DAG) == frist
    assert oppgaver.godkjennes(f, DAG) is godkjennes
    assert oppgaver.rapportfrist(f, DAG) == rapport
    assert oppgaver.ubrukt(f, DAG) == ubrukt
