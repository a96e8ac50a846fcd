"""When an application asks for something. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SOEKNADSFRIST_DAGER, RAPPORT_DAGER, UBRUKT_DAGER = 28, 60, 92
"""Days before the deadline, before the report is due, and before the last day with money left."""


@dataclass(frozen=True)
class Oppgavefakta:
    """An application as its tasks see it. `igjen` in whole kroner."""

    tilstand: str
    godkjent: bool
    soeknadsfrist: date | None
    rapportfrist: date | None
    til: date | None
    igjen: int


def soeknadsfrist(f: Oppgavefakta, i_dag: date) -> date | None:
    """Return the deadline of one that is not sent and soon must be, or has missed it."""
    return _naer(f.soeknadsfrist, i_dag, SOEKNADSFRIST_DAGER) if f.tilstand in ("utkast", "klar") else None


def godkjennes(f: Oppgavefakta, i_dag: date) -> bool:
    """Return True for one that waits for another to approve it."""
    return f.tilstand == "klar" and not f.godkjent


def rapportfrist(f: Oppgavefakta, i_dag: date) -> date | None:
    """Return when the report is due, of one that is granted and soon must be reported."""
    return _naer(f.rapportfrist, i_dag, RAPPORT_DAGER) if f.tilstand in ("innvilget", "i_gang") else None


def ubrukt(f: Oppgavefakta, i_dag: date) -> date | None:
    """Return the last day of one that soon is over with money left."""
    return (
        _naer(f.til, i_dag, UBRUKT_DAGER) if f.tilstand in ("innvilget", "i_gang") and f.igjen > 0 else None
    )


def _naer(dag: date | None, i_dag: date, dager: int) -> date | None:
    return dag if dag is not None and i_dag >= dag - timedelta(days=dager) else None
