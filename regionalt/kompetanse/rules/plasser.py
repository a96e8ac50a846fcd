"""Places at an event and the waiting list. Pure."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum


class Stengt(StrEnum):
    """Why nobody can be registered."""

    UTKAST = "utkast"
    AVLYST = "avlyst"
    HOLDT = "holdt"
    FRIST = "frist"
    BEGYNT = "begynt"


def stengt_for(
    *, tilstand: str, frist: date | None, start: datetime, naa: datetime, i_dag: date, fylket: bool
) -> Stengt | None:
    """Return why registration is closed, or None. The deadline is a whole day; not for the county."""
    if tilstand != "aapen":
        return Stengt(tilstand)
    if fylket:
        return None
    if frist is not None and i_dag > frist:
        return Stengt.FRIST
    return Stengt.BEGYNT if start <= naa else None


def faar_plass(*, kapasitet: int | None, opptatt: int, venter: int) -> bool:
    """Return True when the next to come has a place: nobody passes those who wait."""
    return kapasitet is None or (opptatt < kapasitet and not venter)


def rykker_opp(*, kapasitet: int | None, opptatt: int, venter: int) -> int:
    """Return how many of those who wait get a place now."""
    if kapasitet is None:
        return venter
    return max(0, min(venter, kapasitet - opptatt))
