"""When a digest is due, and since when it counts what is new. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

_MANDAG, _FREDAG = 0, 4
# The clock at which digests are made, in the zone of the instants given.
KLOKKEN = time(7)


class Hyppighet(StrEnum):
    """How often. Weekdays are Monday to Friday, public holidays too: simple to tell, and nothing is lost."""

    VIRKEDAG = "virkedag"
    UKENTLIG = "ukentlig"
    ALDRI = "aldri"


def skal_i_dag(hyppighet: str, dag: date) -> bool:
    """Return True when a digest of this frequency is due on the day."""
    if hyppighet == Hyppighet.UKENTLIG:
        return dag.weekday() == _MANDAG
    return hyppighet == Hyppighet.VIRKEDAG and dag.weekday() <= _FREDAG


def siden(forrige: datetime | None, hyppighet: str, naa: datetime) -> datetime:
    """Return the instant from which something is new: the last digest, or the one there would have been.

    Args:
        forrige: when the last digest for the role was made, if any.
        hyppighet: how often.
        naa: now, in the zone whose clock counts.
    """
    if forrige is not None:
        return forrige
    dag = naa.date() - timedelta(days=7 if hyppighet == Hyppighet.UKENTLIG else 1)
    while hyppighet != Hyppighet.UKENTLIG and dag.weekday() > _FREDAG:
        dag -= timedelta(days=1)
    return datetime.combine(dag, KLOKKEN, tzinfo=naa.tzinfo)


def uken(dag: date) -> tuple[date, date]:
    """Return Monday and Sunday of the day's week."""
    mandag = dag - timedelta(days=dag.weekday())
    return mandag, mandag + timedelta(days=6)
