"""How long a request has waited, in working days: Monday to Friday without public holidays. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from integrering.utveksling.moeter.rules.helligdager import helligdag

_DAG = timedelta(days=1)


def er_virkedag(dag: date) -> bool:
    """Return True for Monday to Friday that is no public holiday."""
    return dag.isoweekday() < 6 and helligdag(dag) is None


def frist_for(mottatt: date, virkedager: int) -> date:
    """Return the last of so many working days after the day it came; 0: the day itself."""
    dag, igjen = mottatt, virkedager
    while igjen > 0:
        dag += _DAG
        igjen -= er_virkedag(dag)
    return dag


def virkedager(mottatt: date, besvart: date) -> int:
    """Return the working days from the day after it came, to the day it was answered."""
    return sum(er_virkedag(mottatt + n * _DAG) for n in range(1, (besvart - mottatt).days + 1))


@dataclass(frozen=True)
class Svar:
    """An answered request: the days that decide how long it took."""

    mottatt: date
    frist: date
    besvart: date


@dataclass(frozen=True)
class Svartid:
    """How fast requests were answered: how many, how many in time, and the median in working days."""

    besvart: int
    i_tide: int
    median: float | None


def svartiden(svar: Collection[Svar]) -> Svartid:
    """Return how fast these were answered; without any there is no median."""
    dager = [virkedager(s.mottatt, s.besvart) for s in svar]
    return Svartid(len(svar), sum(s.besvart <= s.frist for s in svar), median(dager) if dager else None)


def hvem_svarer(kontakt: int | None, stedfortreder: int | None, borte: Collection[int]) -> int | None:
    """Return whose task a request is: the contact's; the stand-in's while the contact is away."""
    her = (hvem for hvem in (kontakt, stedfortreder) if hvem is not None and hvem not in borte)
    return next(her, kontakt)
