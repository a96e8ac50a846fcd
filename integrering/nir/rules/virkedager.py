"""Working days: all days but those off in forskriften § 17 first paragraph. That the rest are «virkedager» is
our reading of §§ 7–18.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache


def paaskedag(aar: int) -> date:
    """Return Easter Sunday (the Gregorian computus)."""
    a, b, c = aar % 19, aar // 100, aar % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maaned, dag = divmod(h + m - 7 * n + 114, 31)
    return date(aar, maaned, dag + 1)


@lru_cache(maxsize=64)
def fridager(aar: int) -> frozenset[date]:
    """Return the days off of a year that need not be a Saturday or Sunday (§ 17 first paragraph)."""
    paaske = paaskedag(aar)
    # skjærtorsdag, langfredag, 2. påskedag, Kristi himmelfartsdag, 2. pinsedag
    bevegelige = {paaske + timedelta(n) for n in (-3, -2, 1, 39, 50)}
    return frozenset(bevegelige | {date(aar, m, d) for m, d in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))})


def er_virkedag(dag: date) -> bool:
    """Return True for Monday to Friday that is no day off."""
    return dag.weekday() < 5 and dag not in fridager(dag.year)


def dager(fra: date, til: date) -> Iterable[date]:
    """Yield the days from `fra` to `til`, both in."""
    return (fra + timedelta(n) for n in range((til - fra).days + 1))


def antall_virkedager(fra: date, til: date) -> int:
    """Return how many working days there are from `fra` to `til`, both in."""
    return sum(er_virkedag(dag) for dag in dager(fra, til))


def pluss_virkedager(dag: date, antall: int) -> date:
    """Return the day `antall` working days later; the same day for 0."""
    while antall > 0:
        dag += timedelta(1)
        antall -= er_virkedag(dag)
    return dag
