"""Quarters: tables a case worker can read, and what holds for all of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.grunnmur.kvartal import OSLO, Kvartal, tidligste_utbetaling

UTC = ZoneInfo("UTC")
kvartaler = st.builds(Kvartal, st.integers(1901, 2199), st.integers(1, 4))
datoer = st.dates(date(1901, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("tekst", "fra", "til", "slug", "neste", "forrige"),
    [
        ("2023K1", date(2023, 1, 1), date(2023, 3, 31), "2023-1", "2023K2", "2022K4"),
        ("2023K2", date(2023, 4, 1), date(2023, 6, 30), "2023-2", "2023K3", "2023K1"),
        ("2023K3", date(2023, 7, 1), date(2023, 9, 30), "2023-3", "2023K4", "2023K2"),
        ("2023K4", date(2023, 10, 1), date(2023, 12, 31), "2023-4", "2024K1", "2023K3"),
        ("2024K1", date(2024, 1, 1), date(2024, 3, 31), "2024-1", "2024K2", "2023K4"),
    ],
)
def test_kvartalet(tekst: str, fra: date, til: date, slug: str, neste: str, forrige: str) -> None:
    """First day, last day, address, neighbours."""
    kvartal = Kvartal.parse(tekst)
    assert (str(kvartal), kvartal.fra, kvartal.til, kvartal.slug) == (tekst, fra, til, slug)
    assert (str(kvartal.neste()), str(kvartal.forrige())) == (neste, forrige)
    assert Kvartal.fra_slug(slug) == kvartal


@pytest.mark.parametrize(
    "tekst", ["", "2023", "2023K0", "2023K5", "23K1", "2023-1", "2023K1x", "K12023", "2023K12"]
)
def test_ikke_et_kvartal(tekst: str) -> None:
    """Anything else is refused, not guessed."""
    with pytest.raises(ValueError, match="ikke et kvartal"):
        Kvartal.parse(tekst)


@pytest.mark.parametrize("tekst", ["2023K1", "2023-5", "2023-0", "20231", "2023-1/", ""])
def test_ikke_et_kvartal_i_adressen(tekst: str) -> None:
    """The form of addresses is strict too."""
    with pytest.raises(ValueError, match="ikke et kvartal"):
        Kvartal.fra_slug(tekst)


@pytest.mark.parametrize(("aar", "nr"), [(2023, 0), (2023, 5), (1899, 1), (2201, 1), (0, 1)])
def test_finnes_ikke(aar: int, nr: int) -> None:
    """No fifth quarter, and none outside our time."""
    with pytest.raises(ValueError, match="ikke et kvartal"):
        Kvartal(aar, nr)


@pytest.mark.parametrize(
    ("instant", "kvartal"),
    [
        (datetime(2023, 12, 31, 22, 59, 59, tzinfo=UTC), "2023K4"),
        (datetime(2023, 12, 31, 23, 0, tzinfo=UTC), "2024K1"),  # midnight in Oslo, winter time
        (datetime(2024, 6, 30, 21, 59, 59, tzinfo=UTC), "2024K2"),
        (datetime(2024, 6, 30, 22, 0, tzinfo=UTC), "2024K3"),  # midnight in Oslo, summer time
    ],
)
def test_klokken_i_oslo_avgjoer(instant: datetime, kvartal: str) -> None:
    """A registration at midnight belongs to the day in Oslo."""
    assert str(Kvartal.for_instant(instant)) == kvartal


@pytest.mark.parametrize(
    ("registrert", "tidligst"),
    [
        ([datetime(2023, 10, 2, 9, tzinfo=OSLO)], "2024K1"),
        ([datetime(2023, 9, 30, 23, 59, tzinfo=OSLO), datetime(2023, 10, 1, 0, 0, tzinfo=OSLO)], "2024K1"),
        ([datetime(2023, 9, 30, 23, 59, tzinfo=OSLO), datetime(2023, 7, 1, tzinfo=OSLO)], "2023K4"),
    ],
)
def test_tidligste_utbetaling(registrert: list[datetime], tidligst: str) -> None:
    """The quarter after the latest of the registrations."""
    assert str(tidligste_utbetaling(*registrert)) == tidligst


@given(datoer)
def test_hver_dag_har_ett_kvartal(dag: date) -> None:
    """A day lies in its quarter and in no neighbour."""
    kvartal = Kvartal.for_dato(dag)
    assert kvartal.fra <= dag <= kvartal.til
    assert kvartal.til + timedelta(days=1) == kvartal.neste().fra


@given(kvartaler, kvartaler)
def test_rekkefoelge_og_indeks(a: Kvartal, b: Kvartal) -> None:
    """Order, index, text and address all say the same."""
    assert (a < b) == (a.indeks < b.indeks) == (a.fra < b.fra)
    assert a.neste().indeks == a.indeks + 1
    assert a.neste().forrige() == a
    assert Kvartal.fra_indeks(a.indeks) == Kvartal.parse(str(a)) == Kvartal.fra_slug(a.slug) == a


@given(kvartaler)
def test_slutten_er_neste_begynnelse(kvartal: Kvartal) -> None:
    """The exclusive end is midnight in Oslo; the instant before belongs to the quarter."""
    slutt = kvartal.slutt_instant()
    assert slutt.tzinfo is OSLO
    assert Kvartal.for_instant(slutt) == kvartal.neste()
    assert Kvartal.for_instant(slutt - timedelta(microseconds=1)) == kvartal
