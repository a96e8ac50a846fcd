"""When plans and measures are tasks."""

from __future__ import annotations

from datetime import date

import pytest

from regionalt.planer.rules.frister import (
    Planfakta,
    Tiltaksfakta,
    over_tiden,
    plan_som_loeper_ut,
    uten_status,
)

I_DAG = date(2026, 7, 2)
FRA = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("ferdig", "til", "frist"),
    [
        (False, None, None),
        (False, date(2026, 7, 2), None),
        (False, date(2026, 7, 1), date(2026, 7, 1)),
        (True, date(2026, 7, 1), None),
    ],
)
def test_tiltaket_er_over_tiden_dagen_etter_siste_dag(
    ferdig: bool, til: date | None, frist: date | None
) -> None:
    assert over_tiden(Tiltaksfakta(ferdig, FRA, til, None), I_DAG) == frist


@pytest.mark.parametrize(
    ("ferdig", "fra", "til", "sist", "frist"),
    [
        (False, date(2026, 1, 1), None, None, None),
        (False, date(2025, 12, 31), None, None, date(2026, 7, 1)),
        (False, date(2025, 1, 1), None, date(2026, 1, 1), None),
        (False, date(2025, 1, 1), None, date(2025, 12, 31), date(2026, 7, 1)),
        (False, date(2025, 1, 1), date(2026, 7, 1), None, None),
        (True, date(2025, 1, 1), None, None, None),
    ],
)
def test_ny_status_kommer_hvert_halvaar(
    ferdig: bool, fra: date, til: date | None, sist: date | None, frist: date | None
) -> None:
    assert uten_status(Tiltaksfakta(ferdig, fra, til, sist), I_DAG) == frist


@pytest.mark.parametrize(
    ("gjelder", "til", "frist"),
    [
        (True, date(2027, 7, 2), date(2027, 7, 2)),
        (True, date(2027, 7, 3), None),
        (True, date(2026, 1, 1), date(2026, 1, 1)),
        (False, date(2026, 7, 3), None),
    ],
)
def test_planen_er_en_oppgave_fra_et_aar_foer(gjelder: bool, til: date, frist: date | None) -> None:
    assert plan_som_loeper_ut(Planfakta(gjelder, til), I_DAG) == frist
