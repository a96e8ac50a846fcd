"""The wheel and the years one reports on, as rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from regionalt.ledelse.rules.hjul import maaneder
from regionalt.ledelse.rules.rapport import aar_som_kan_velges, foreslaatt_aar


@dataclass(frozen=True)
class _Dag:
    dato: date
    til: date | None = None


@pytest.mark.parametrize(
    ("hva", "dag", "staar_i"),
    [
        ("en dag i mars", _Dag(date(2026, 3, 31)), 3),
        ("årets første dag", _Dag(date(2026, 1, 1)), 1),
        ("årets siste dag", _Dag(date(2026, 12, 31)), 12),
        ("begynner i desember, slutter året etter", _Dag(date(2026, 12, 20), date(2027, 1, 10)), 12),
        ("begynte året før, varer inn i året", _Dag(date(2025, 11, 1), date(2026, 2, 1)), 1),
        ("slutter den første dagen i året", _Dag(date(2025, 11, 1), date(2026, 1, 1)), 1),
        ("sluttet dagen før året", _Dag(date(2025, 11, 1), date(2025, 12, 31)), None),
        ("begynner dagen etter året", _Dag(date(2027, 1, 1)), None),
    ],
)
def test_hvor_en_dag_staar_i_hjulet(hva: str, dag: _Dag, staar_i: int | None) -> None:
    funnet = [maaned.month for maaned, dager in maaneder([dag], 2026) if dager]
    assert funnet == ([staar_i] if staar_i else []), hva


def test_dagene_staar_i_rekkefoelge_i_hver_maaned() -> None:
    dager = [_Dag(date(2026, 3, d)) for d in (9, 2, 30)]
    mars = dict(maaneder(dager, 2026))[date(2026, 3, 1)]
    assert [d.dato.day for d in mars] == [2, 9, 30]


@pytest.mark.parametrize(
    ("i_dag", "aar"), [(date(2027, 1, 2), 2026), (date(2027, 6, 30), 2026), (date(2027, 7, 1), 2027)]
)
def test_hvilket_aar_rapporten_foreslaas_for(i_dag: date, aar: int) -> None:
    assert foreslaatt_aar(i_dag) == aar


def test_man_kan_rapportere_fra_fylkene_fikk_oppgavene_til_naa() -> None:
    assert aar_som_kan_velges(date(2023, 5, 1)) == [2023, 2022, 2021, 2020]
