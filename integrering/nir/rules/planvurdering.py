"""When an integration plan should be looked at again. Pure.

Regularly, and when things change (integreringsloven § 15). What sets it off is dated data administrators
keep (`models.planvurdering`): fixed days of the year, a new class, the transition to Nav. The next review
that the municipality sets itself goes before the fixed days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Utloeser(StrEnum):
    """What sets a review off: codes of the list «planutloeser», and the municipality's own date."""

    EGEN_DATO = "egen_dato"
    FAST_DATO = "fast_dato"
    NY_KLASSE = "ny_klasse"
    OVERGANG_NAV = "overgang_nav"


@dataclass(frozen=True)
class Vurderingsregel:
    """One trigger in use from a day to another. Only a fixed day has month and day of the month."""

    utloeser: Utloeser
    gjelder_fra: date
    gjelder_til: date | None = None
    maaned: int | None = None
    dag: int | None = None

    def gjelder(self, dag: date) -> bool:
        """Return True when the trigger is in use on the day."""
        return self.gjelder_fra <= dag and (self.gjelder_til is None or dag <= self.gjelder_til)


@dataclass(frozen=True)
class Planhendelse:
    """Something that happened to a participant, or is about to."""

    utloeser: Utloeser
    dato: date


@dataclass(frozen=True)
class Vurdering:
    """A review: the day, and what sets it off."""

    dato: date
    utloeser: Utloeser


def neste_vurdering(
    plan: date,
    egen_dato: date | None,
    hendelser: Iterable[Planhendelse],
    regler: Iterable[Vurderingsregel],
) -> Vurdering | None:
    """Return the first review after the plan was made; None when nothing asks for one.

    Args:
        plan: the day the newest version of the plan was made.
        egen_dato: the next review the municipality set itself.
        hendelser: what has happened or is about to; what came before the plan is in it already.
        regler: the triggers.
    """
    regler = tuple(regler)
    funnet = [
        Vurdering(h.dato, h.utloeser)
        for h in hendelser
        if h.dato > plan and any(r.utloeser is h.utloeser and r.gjelder(h.dato) for r in regler)
    ]
    if egen_dato:
        funnet.append(Vurdering(egen_dato, Utloeser.EGEN_DATO))
    elif fast := neste_faste_dag(plan, regler):
        funnet.append(Vurdering(fast, Utloeser.FAST_DATO))
    return min(funnet, key=lambda v: v.dato, default=None)


def neste_faste_dag(etter: date, regler: Iterable[Vurderingsregel]) -> date | None:
    """Return the first fixed day after a day (within two years), or None."""
    faste = (r for r in regler if r.utloeser is Utloeser.FAST_DATO)
    dager = (dag for r in faste for dag in _dager(r, etter) if dag > etter and r.gjelder(dag))
    return min(dager, default=None)


def _dager(regel: Vurderingsregel, etter: date) -> Iterator[date]:
    """Yield the rule's day in this year and the next two; 29 February falls on the 28th in a common year."""
    assert regel.maaned and regel.dag  # noqa: S101 - the database holds it
    for aar in range(etter.year, etter.year + 3):
        try:
            yield date(aar, regel.maaned, regel.dag)
        except ValueError:
            yield date(aar, regel.maaned, 1) + timedelta(days=27)
