"""Which year a report is about. Pure."""

from __future__ import annotations

from datetime import date

# The first year counties had the tasks (integreringsreformen, 1 January 2020).
FOERSTE = 2020


def aar_som_kan_velges(i_dag: date) -> list[int]:
    """Return the years one may report on: this one and all before, the latest first."""
    return list(range(i_dag.year, FOERSTE - 1, -1))


def foreslaatt_aar(i_dag: date) -> int:
    """Return the year most will report on now: last year until June is over, this one after that."""
    return i_dag.year - 1 if i_dag.month <= 6 else i_dag.year
