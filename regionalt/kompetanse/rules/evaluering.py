"""How long an event may be evaluated, and what the scores sum up to. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

# Our own choice: after four weeks few remember, and those who make the next event need the answer.
UKER = 4
# Our own choice: fewer answers could point out who gave them. The database holds the same number.
MINST = 3


def siste_dag(slutt: date) -> date:
    """Return the last day to answer, of an event that ended on a day."""
    return slutt + timedelta(weeks=UKER)


def tar_svar(*, holdt: bool, slutt: date, i_dag: date) -> bool:
    """Return True when those who came may answer today."""
    return holdt and slutt <= i_dag <= siste_dag(slutt)


def snitt(fordeling: Sequence[int]) -> float | None:
    """Return the mean score of how many gave 1, 2, 3, …; None without any."""
    antall = sum(fordeling)
    return sum(poeng * n for poeng, n in enumerate(fordeling, start=1)) / antall if antall else None
