"""Where an agreement stands on a day, and when it is a task. Pure.

The periods are our own practice: no regulation says how often an agreement is gone through.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Days ahead that an agreement is said to end, and that its review comes into the queue.
GAAR_UT_DAGER = 90
VARSEL_DAGER = 60


class Avtalestatus(StrEnum):
    """Where an agreement stands."""

    KOMMER = "kommer"
    GJELDER = "gjelder"
    GAAR_UT = "gaar_ut"
    SLUTT = "slutt"


@dataclass(frozen=True)
class Avtalefakta:
    """The days of an agreement; `til` inclusive, None: until it is ended."""

    fra: date
    til: date | None
    gjennomgang: date | None


def avtalestatus(fra: date, til: date | None, i_dag: date) -> Avtalestatus:
    """Return where an agreement stands on the day."""
    if fra > i_dag:
        return Avtalestatus.KOMMER
    if til is None:
        return Avtalestatus.GJELDER
    if til < i_dag:
        return Avtalestatus.SLUTT
    return Avtalestatus.GAAR_UT if til - i_dag <= timedelta(days=GAAR_UT_DAGER) else Avtalestatus.GJELDER


def gjennomgang_aa_gjoere(f: Avtalefakta, i_dag: date) -> date | None:
    """Return the day an agreement that is not over is to be gone through, from 60 days ahead on."""
    if f.gjennomgang is None or (f.til is not None and f.til < i_dag):
        return None
    return f.gjennomgang if f.gjennomgang - i_dag <= timedelta(days=VARSEL_DAGER) else None
