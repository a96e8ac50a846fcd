"""What is to be done about events and registrations. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

# Days after the event by which the county says who came.
DAGER_TIL_OPPMOETE = 7
# Days within which the county looks over an example that is sent in (our own choice).
DAGER_TIL_EKSEMPEL = 30

# A task: when it is due, and the day its explanation names.
Gjoeremaal = tuple[date, date]


@dataclass(frozen=True)
class Plassfakta:
    """A registration: when it came off the waiting list (None: never), confirmed or not, whose, when."""

    rykket_opp: date | None
    bekreftet: bool
    kommune: bool
    start: date


@dataclass(frozen=True)
class Arrangementsfakta:
    """An open event, and its last day."""

    slutt: date


def bekreft_plass(f: Plassfakta, i_dag: date, *, kommune: bool) -> Iterable[Gjoeremaal]:
    """Yield the task of a place that was given from the waiting list, until it is confirmed or too late."""
    if f.rykket_opp is not None and not f.bekreftet and f.kommune is kommune and i_dag <= f.start:
        yield f.start, f.rykket_opp


def foer_oppmoete(f: Arrangementsfakta, i_dag: date) -> Iterable[Gjoeremaal]:
    """Yield the task of an event that is over and not marked as held."""
    if i_dag > f.slutt:
        yield f.slutt + timedelta(days=DAGER_TIL_OPPMOETE), f.slutt


def se_over_eksempel(kom: date, i_dag: date) -> Iterable[Gjoeremaal]:
    """Yield the task of an example that came on a day and is not published."""
    yield kom + timedelta(days=DAGER_TIL_EKSEMPEL), kom
