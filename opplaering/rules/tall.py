"""What the figures are made of. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from statistics import median

from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_dager


def dager_til_maalet(start: date, naadd: date) -> int:
    """Return the days from the first day at a school to the day the goal was reached.

    A goal that was reached before the start took no days.
    """
    return max((naadd - start).days, 0)


def midterste(dager: Collection[int]) -> int:
    """Return the median in whole days; 0 of none."""
    return round(median(dager)) if dager else 0


def plassen_trengs(maalet_satt: date) -> int:
    """Return the school year a place is expected in: the first that begins when the goal is set, or later."""
    aar = skoleaar(maalet_satt)
    return aar if skoleaarets_dager(aar)[0] == maalet_satt else aar + 1


def satt_for_plass_i(aar: int) -> tuple[date, date]:
    """Return the first and last day a goal is set on, when its place is expected in the school year."""
    return skoleaarets_dager(aar - 1)[0] + timedelta(1), skoleaarets_dager(aar)[0]
