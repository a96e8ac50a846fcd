"""The school year of a day: from 1 August. Pure."""

from __future__ import annotations

from datetime import date

FOERSTE_MAANED = 8


def skoleaar(dag: date) -> int:
    """Return the year the school year began."""
    return dag.year if dag.month >= FOERSTE_MAANED else dag.year - 1


def skoleaarets_dager(aar: int) -> tuple[date, date]:
    """Return the first and last day of the school year that begins in `aar`."""
    return date(aar, FOERSTE_MAANED, 1), date(aar + 1, FOERSTE_MAANED - 1, 31)


def skoleaarets_navn(aar: int) -> str:
    """Return «2025/26»."""
    return f"{aar}/{(aar + 1) % 100:02d}"
