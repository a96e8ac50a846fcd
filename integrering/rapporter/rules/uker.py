"""Weeks towards a deadline. Pure."""

from __future__ import annotations

from datetime import date, timedelta


def mandag(dag: date) -> date:
    """Return the Monday of the week."""
    return dag - timedelta(days=dag.weekday())


def uker(fra: date, til: date) -> list[date]:
    """Return the Mondays of all weeks that have a day from `fra` to `til`."""
    ut, uke = [], mandag(fra)
    while uke <= til:
        ut.append(uke)
        uke += timedelta(weeks=1)
    return ut


def per_uke(gjenstaar: int, fra: date, frist: date) -> int:
    """Return how many must be done each week to be done by the deadline; all when it has passed."""
    igjen = max(1, -(-((frist - fra).days + 1) // 7))
    return -(-gjenstaar // igjen)
