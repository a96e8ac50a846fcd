"""Months: named by their first day, written «2026-09» in addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_SKREVET = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def maaned(dag: date) -> date:
    """Return the month a day lies in."""
    return dag.replace(day=1)


def neste(maaned: date) -> date:
    """Return the month after."""
    return (maaned + timedelta(days=31)).replace(day=1)


def forrige(maaned: date) -> date:
    """Return the month before."""
    return (maaned - timedelta(days=1)).replace(day=1)


def siste_dag(maaned: date) -> date:
    """Return the last day of a month."""
    return neste(maaned) - timedelta(days=1)


def skriv(maaned: date) -> str:
    """Return «2026-09»."""
    return f"{maaned:%Y-%m}"


def les(tekst: str) -> date | None:
    """Read «2026-09»; None for what is no month between 1900 and 2100."""
    treff = _SKREVET.fullmatch(tekst)
    if treff is None or not 1900 <= int(treff[1]) <= 2100:
        return None
    return date(int(treff[1]), int(treff[2]), 1)


def maaneder(fra: date, til: date) -> Iterator[date]:
    """Yield the months that have a day from `fra` to `til`, both included."""
    denne = maaned(fra)
    while denne <= til:
        yield denne
        denne = neste(denne)


def foreslaatt(fra: date, til: date, i_dag: date) -> date:
    """Return the month whose hours are due: the last that is over, within the period of the class."""
    return min(max(forrige(maaned(i_dag)), maaned(fra)), maaned(til))


def overlapper(fra: date, til: date | None, maaned: date) -> bool:
    """Return True when a day of the month is from `fra` to `til` (None: no end)."""
    return fra <= siste_dag(maaned) and (til is None or til >= maaned)
