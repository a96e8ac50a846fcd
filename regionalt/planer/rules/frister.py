"""When plans and measures are tasks. Pure.

The periods are our own practice: no regulation says how the plans are followed up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# Days without a new status before somebody is asked for one (half a year).
STILLE_DAGER = 182
# Days before its last day that a plan that counts comes into the queue (a year).
PLAN_DAGER = 365


@dataclass(frozen=True)
class Tiltaksfakta:
    """What decides whether a measure is a task.

    `ferdig`: carried out or stopped. `sist`: the day of the latest status.
    """

    ferdig: bool
    fra: date
    til: date | None
    sist: date | None


@dataclass(frozen=True)
class Planfakta:
    """What decides whether a plan is a task: whether it counts, and its last day."""

    gjelder: bool
    til: date


def over_tiden(f: Tiltaksfakta, i_dag: date) -> date | None:
    """Return the last day of a measure that is past it and not over."""
    if f.ferdig or f.til is None or f.til >= i_dag:
        return None
    return f.til


def uten_status(f: Tiltaksfakta, i_dag: date) -> date | None:
    """Return the day a new status should have come, when that day is past.

    Never for one that is over, or past its last day: that is another task. Counted from the latest status,
    from the first day when there is none.
    """
    if f.ferdig or over_tiden(f, i_dag):
        return None
    frist = (f.sist or f.fra) + timedelta(days=STILLE_DAGER)
    return frist if frist < i_dag else None


def plan_som_loeper_ut(f: Planfakta, i_dag: date) -> date | None:
    """Return the last day of a plan that counts, from a year ahead on."""
    if not f.gjelder:
        return None
    return f.til if f.til - i_dag <= timedelta(days=PLAN_DAGER) else None


@dataclass(frozen=True)
class Hoeringsfakta:
    """What decides whether an answer is a task: the deadline of the hearing, and whether it has come."""

    frist: date | None
    svart: bool


def svar_venter(f: Hoeringsfakta) -> date | None:
    """Return the day an answer is due, while it is waited for. A late one is still waited for."""
    return None if f.svart else f.frist
