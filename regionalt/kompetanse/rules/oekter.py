"""Sessions of an event. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

Tidsrom = tuple[datetime, datetime]


class Feil(StrEnum):
    """What can be wrong with the sessions."""

    INGEN = "ingen"
    BAKVENDT = "bakvendt"
    OVERLAPP = "overlapp"


def feil_i(oekter: Sequence[Tidsrom]) -> Feil | None:
    """Return what is wrong: there are none, one ends before it begins, or two overlap."""
    if not oekter:
        return Feil.INGEN
    if any(slutt <= start for start, slutt in oekter):
        return Feil.BAKVENDT
    i_tur = sorted(oekter)
    if any(neste[0] < denne[1] for denne, neste in pairwise(i_tur)):
        return Feil.OVERLAPP
    return None
