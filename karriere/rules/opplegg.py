"""Times a municipality proposes: when the county should answer, and how a time is shared among several."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

Tidsrom = tuple[datetime, datetime]

# How long the municipality should have to wait for an answer. Our own choice.
SVARDAGER = 7
# Nobody is guided in less: then the times are not shared, and one chooses oneself. Our own choice.
KORTEST = timedelta(minutes=30)
_STEG = 5


def svarfrist(foreslaatt: date, dag: date) -> date:
    """Return the day a proposal is answered by: within a week, and never after the day it is about."""
    return min(foreslaatt + timedelta(days=SVARDAGER), dag)


def del_tiden(start: datetime, slutt: datetime, antall: int) -> list[Tidsrom]:
    """Return a time shared in `antall` of the same length, in whole five minutes.

    The whole time as one, when each would be shorter than anyone is guided in.
    """
    lengde = timedelta(minutes=int((slutt - start) / timedelta(minutes=1)) // antall // _STEG * _STEG)
    if lengde < KORTEST:
        return [(start, slutt)]
    return [(start + lengde * nr, start + lengde * (nr + 1)) for nr in range(antall)]


def foerste_ledige(tider: Collection[Tidsrom], tatt: Collection[Tidsrom]) -> Tidsrom | None:
    """Return the first time that none of those taken touches; None when there is none."""
    return next(
        (tid for tid in tider if not any(tid[0] < slutt and start < tid[1] for start, slutt in tatt)), None
    )
