"""When an agreement about a participant is a task. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# So long before the deadline the task comes.
VARSEL = timedelta(days=14)


@dataclass(frozen=True)
class Avtalefakta:
    """An agreement as the rule sees it."""

    dato: date
    frist: date | None
    ferdig: date | None


def maa_gjoeres(f: Avtalefakta, i_dag: date) -> bool:
    """Return True from two weeks before the deadline until it is done; without a deadline never."""
    return f.ferdig is None and f.frist is not None and f.frist - VARSEL <= i_dag


def over_frist(f: Avtalefakta, i_dag: date) -> bool:
    """Return True when the deadline has passed and it is not done."""
    return f.ferdig is None and f.frist is not None and f.frist < i_dag
