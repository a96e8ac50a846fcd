"""Weekly slots: which meetings they give, and which meetings still follow them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from integrering.utveksling.moeter.rules import tider
from integrering.utveksling.moeter.rules.helligdager import Helligdag, helligdag

# So far ahead the nightly job makes meetings.
UKER_FRAM = 8


@dataclass(frozen=True)
class Plan:
    """A slot: weekday (1 is Monday), time by the clock in Oslo, minutes, first day, last day if any."""

    ukedag: int
    klokkeslett: time
    varighet: int
    fra: date
    til: date | None = None

    def dag_i(self, uke: date) -> date:
        """Return the slot's day in the week that begins on this Monday."""
        return uke + timedelta(days=self.ukedag - 1)

    def start_i(self, uke: date) -> datetime:
        """Return when the meeting of the week begins."""
        return tider.oeyeblikk_eller_neste(self.dag_i(uke), self.klokkeslett)

    def slutt_i(self, uke: date) -> datetime:
        """Return when the meeting of the week ends."""
        return tider.slutt(self.start_i(uke), self.varighet)

    def gjelder(self, dag: date) -> bool:
        """Return True within the slot's own time."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


class Utfall(StrEnum):
    """What a week gives."""

    LAGES = "lages"
    FINNES = "finnes"
    UNNTAK = "unntak"
    HELLIGDAG = "helligdag"


@dataclass(frozen=True)
class Uke:
    """A week of the slot: its Monday, the day, what it gives, and why not."""

    uke: date
    dag: date
    utfall: Utfall
    helligdag: Helligdag | None = None
    grunn: str = ""


def uker(
    plan: Plan, *, fra: date, antall: int, unntak: Mapping[date, str], finnes: Collection[date]
) -> Iterator[Uke]:
    """Yield the slot's weeks from the day `fra` and `antall` weeks ahead, with what each gives.

    Args:
        unntak: days without the meeting, with the reason.
        finnes: Mondays of the weeks that have their meeting, also one moved or called off: never two.
    """
    foerste = tider.mandag(fra)
    for nr in range(antall + 1):
        uke = foerste + timedelta(weeks=nr)
        dag = plan.dag_i(uke)
        if dag < fra or dag > fra + timedelta(weeks=antall) or not plan.gjelder(dag):
            continue
        yield _uke(uke, dag, unntak, finnes)


def _uke(uke: date, dag: date, unntak: Mapping[date, str], finnes: Collection[date]) -> Uke:
    if uke in finnes:
        return Uke(uke, dag, Utfall.FINNES)
    if dag in unntak:
        return Uke(uke, dag, Utfall.UNNTAK, grunn=unntak[dag])
    if hellig := helligdag(dag):
        return Uke(uke, dag, Utfall.HELLIGDAG, helligdag=hellig)
    return Uke(uke, dag, Utfall.LAGES)


class Skjebne(StrEnum):
    """What becomes of a meeting when its slot is changed."""

    STAAR = "staar"
    FLYTTES = "flyttes"
    AVLYSES = "avlyses"


def skjebne(
    *, foer: Plan, etter: Plan, uke: date, start: datetime, unntak: Collection[date], naa: datetime
) -> Skjebne:
    """Return what becomes of a planned meeting of the slot when those made are to follow the change.

    One that is over, or that somebody has moved by hand, stays. One whose new day is a holiday, an exception
    or outside the slot's time is called off; one whose new time has passed stays too.
    """
    if start <= naa or start != foer.start_i(uke):
        return Skjebne.STAAR
    dag = etter.dag_i(uke)
    if not etter.gjelder(dag) or dag in unntak or helligdag(dag):
        return Skjebne.AVLYSES
    return Skjebne.FLYTTES if etter.start_i(uke) > naa else Skjebne.STAAR
