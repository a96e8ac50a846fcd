"""Når en integreringsplan bør vurderes (integreringsloven § 15), som tabell."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.nir.rules.planvurdering import (
    Planhendelse,
    Utloeser,
    Vurdering,
    Vurderingsregel,
    neste_faste_dag,
    neste_vurdering,
)

FRA = date(2021, 1, 1)
FASTE = tuple(Vurderingsregel(Utloeser.FAST_DATO, FRA, None, maaned, 1) for maaned in (2, 5, 8, 11))
ALLE = (*FASTE, Vurderingsregel(Utloeser.NY_KLASSE, FRA), Vurderingsregel(Utloeser.OVERGANG_NAV, FRA))
PLAN = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("etter", "ventet"),
    [
        (date(2026, 1, 31), date(2026, 2, 1)),
        (date(2026, 2, 1), date(2026, 5, 1)),  # the same day is not after
        (date(2026, 4, 30), date(2026, 5, 1)),
        (date(2026, 5, 1), date(2026, 8, 1)),
        (date(2026, 8, 1), date(2026, 11, 1)),
        (date(2026, 11, 1), date(2027, 2, 1)),
        (date(2026, 12, 31), date(2027, 2, 1)),
    ],
)
def test_de_faste_datoene(etter: date, ventet: date) -> None:
    assert neste_faste_dag(etter, FASTE) == ventet


@pytest.mark.parametrize(
    ("etter", "ventet"), [(date(2026, 3, 1), date(2027, 2, 28)), (date(2027, 3, 1), date(2028, 2, 29))]
)
def test_29_februar_er_den_28_i_vanlige_aar(etter: date, ventet: date) -> None:
    assert neste_faste_dag(etter, [Vurderingsregel(Utloeser.FAST_DATO, FRA, None, 2, 29)]) == ventet


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        (FRA, date(2026, 5, 1), date(2026, 5, 1)),  # the last day counts
        (FRA, date(2026, 4, 30), None),
        (date(2027, 5, 1), None, date(2027, 5, 1)),  # a new date from next year
    ],
)
def test_en_fast_dato_gjelder_i_sin_tid(fra: date, til: date | None, ventet: date | None) -> None:
    assert neste_faste_dag(PLAN, [Vurderingsregel(Utloeser.FAST_DATO, fra, til, 5, 1)]) == ventet


KLASSE = Planhendelse(Utloeser.NY_KLASSE, date(2026, 4, 1))
NAV = Planhendelse(Utloeser.OVERGANG_NAV, date(2026, 6, 1))


@pytest.mark.parametrize(
    ("egen", "hendelser", "regler", "dato", "utloeser"),
    [
        (None, [], ALLE, date(2026, 5, 1), "fast_dato"),
        (date(2026, 9, 1), [], ALLE, date(2026, 9, 1), "egen_dato"),  # goes before the fixed days
        (None, [KLASSE], ALLE, date(2026, 4, 1), "ny_klasse"),
        (date(2026, 9, 1), [NAV], ALLE, date(2026, 6, 1), "overgang_nav"),
        (date(2026, 5, 15), [NAV], ALLE, date(2026, 5, 15), "egen_dato"),
        (None, [Planhendelse(Utloeser.NY_KLASSE, PLAN)], ALLE, date(2026, 5, 1), "fast_dato"),  # in the plan
        (None, [KLASSE, NAV], FASTE, date(2026, 5, 1), "fast_dato"),  # the events are switched off
    ],
)
def test_den_foerste_grunnen_teller(
    egen: date | None,
    hendelser: list[Planhendelse],
    regler: tuple[Vurderingsregel, ...],
    dato: date,
    utloeser: str,
) -> None:
    assert neste_vurdering(PLAN, egen, hendelser, regler) == Vurdering(dato, Utloeser(utloeser))


def test_uten_datoer_og_hendelser_er_det_ingen_vurdering() -> None:
    assert neste_vurdering(PLAN, None, [], ()) is None
