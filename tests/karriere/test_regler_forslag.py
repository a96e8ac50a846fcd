"""Når en foreslått tid må besvares, og hvordan den deles mellom dem som får den."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from integrering.grunnmur.kvartal import OSLO
from karriere.rules.opplegg import del_tiden, foerste_ledige, svarfrist


@pytest.mark.parametrize(
    ("foreslaatt", "dag", "frist"),
    [
        (date(2026, 3, 2), date(2026, 4, 1), date(2026, 3, 9)),
        (date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 5)),
        (date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2)),
    ],
)
def test_svaret_kommer_innen_en_uke_og_foer_dagen(foreslaatt: date, dag: date, frist: date) -> None:
    assert svarfrist(foreslaatt, dag) == frist


def _kl(tekst: str) -> datetime:
    return datetime.combine(date(2026, 3, 2), time.fromisoformat(tekst), tzinfo=OSLO)


@pytest.mark.parametrize(
    ("fra", "til", "antall", "tider"),
    [
        ("09:00", "12:00", 2, ["09:00-10:30", "10:30-12:00"]),
        ("09:00", "10:40", 3, ["09:00-09:30", "09:30-10:00", "10:00-10:30"]),  # whole five minutes
        ("09:00", "10:00", 1, ["09:00-10:00"]),
        ("09:00", "10:00", 3, ["09:00-10:00"]),  # twenty minutes each is nobody's guidance
    ],
)
def test_tiden_deles_likt(fra: str, til: str, antall: int, tider: list[str]) -> None:
    delt = del_tiden(_kl(fra), _kl(til), antall)
    assert [f"{a:%H:%M}-{b:%H:%M}" for a, b in delt] == tider


def test_den_foerste_ledige_og_ingen() -> None:
    tider = del_tiden(_kl("09:00"), _kl("12:00"), 3)
    assert foerste_ledige(tider, []) == tider[0]
    assert foerste_ledige(tider, [(_kl("08:00"), _kl("09:01"))]) == tider[1]
    assert foerste_ledige(tider, [tider[1], tider[0]]) == tider[2]
    assert foerste_ledige(tider, [(_kl("08:00"), _kl("16:00"))]) is None
