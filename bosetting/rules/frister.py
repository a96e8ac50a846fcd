"""When a day of a round is a task. Pure. The period is our own practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

VARSEL_DAGER = 30


@dataclass(frozen=True)
class Fristfakta:
    """What kind of day it is, the day, and whether what it asks for is done."""

    slag: str
    dato: date
    gjort: bool


def frist_aa_holde(f: Fristfakta, i_dag: date) -> date | None:
    """Return a day that is not kept, from 30 days ahead on."""
    return f.dato if not f.gjort and f.dato - i_dag <= timedelta(days=VARSEL_DAGER) else None
