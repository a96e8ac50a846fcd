"""Times of meetings by the clock in Oslo. Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from integrering.grunnmur.kvartal import OSLO


class FinnesIkke(ValueError):
    """The clock never shows this: it is put forward that night."""


def oeyeblikk(dag: date, klokke: time) -> datetime:
    """Return the instant of a time of day; of an hour that comes twice, the first.

    Raises:
        FinnesIkke: the time is skipped when summer time begins.
    """
    instant = datetime.combine(dag, klokke, tzinfo=OSLO)
    if instant.astimezone(UTC).astimezone(OSLO).replace(tzinfo=None) != instant.replace(tzinfo=None):
        raise FinnesIkke(f"{dag} {klokke}")
    return instant


def oeyeblikk_eller_neste(dag: date, klokke: time) -> datetime:
    """Return the instant of a time of day; of one that is skipped, the one an hour later by the clock."""
    return datetime.combine(dag, klokke, tzinfo=OSLO).astimezone(UTC).astimezone(OSLO)


def slutt(start: datetime, minutter: int) -> datetime:
    """Return when something that lasts `minutter` ends: real minutes, also when the clock is changed."""
    return (start.astimezone(UTC) + timedelta(minutes=minutter)).astimezone(OSLO)


def mandag(dag: date) -> date:
    """Return the Monday of the day's week: the name of the week."""
    return dag - timedelta(days=dag.isoweekday() - 1)


def neste_forslag(start: datetime, i_dag: date) -> date:
    """Return a day for the next meeting: the same weekday, the first after both the last one and today."""
    dag = start.astimezone(OSLO).date()
    neste = dag + timedelta(weeks=1)
    while neste <= i_dag:
        neste += timedelta(weeks=1)
    return neste


def les_klokke(tekst: str) -> time:
    """Read a time of day: 9, 09.00, 9:30, 0930, «kl. 9.30». Raises ValueError."""
    rent = tekst.strip().lower().removeprefix("kl").lstrip(". ").replace(" ", "")
    treff = re.fullmatch(r"([0-9]{1,2})(?:[.:]?([0-9]{2}))?", rent)
    if treff is None:
        raise ValueError(tekst)
    return time(int(treff[1]), int(treff[2] or 0))
