"""When decisions and measures are tasks. Pure.

The period is our own practice: no regulation says how the cooperation is followed up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# Days before its last day that a measure comes into the queue.
VARSEL_DAGER = 30


@dataclass(frozen=True)
class Vedtaksfakta:
    """What decides whether a decision is a task: when it was made, something to do that is not done, due."""

    dato: date
    aapent: bool
    frist: date | None


@dataclass(frozen=True)
class Tiltaksfakta:
    """What decides whether a measure is a task: whether it is over, and its last day."""

    ferdig: bool
    til: date | None


def tiltak_aa_avslutte(f: Tiltaksfakta, i_dag: date) -> date | None:
    """Return the last day of a measure that is not over, from 30 days ahead on."""
    if f.ferdig or f.til is None:
        return None
    return f.til if f.til - i_dag <= timedelta(days=VARSEL_DAGER) else None
