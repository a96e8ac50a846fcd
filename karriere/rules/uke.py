"""A week by its number (ISO 8601)."""

from __future__ import annotations

from datetime import date, timedelta


def mandagen(uke: str, i_dag: date) -> date:
    """Return the Monday of «2026-48»; of this week when it cannot be read."""
    aar, _strek, nr = uke.partition("-")
    try:
        return date.fromisocalendar(int(aar), int(nr), 1)
    except ValueError:
        return i_dag - timedelta(days=i_dag.weekday())


def som_tekst(dag: date) -> str:
    """Return the week of a day as «2026-48»."""
    aar, nr, _ukedag = dag.isocalendar()
    return f"{aar}-{nr:02d}"
