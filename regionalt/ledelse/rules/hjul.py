"""The wheel: the days of a year by month. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar


class Dag(Protocol):
    """What has a day."""

    @property
    def dato(self) -> date:
        """The day, or the first day."""

    @property
    def til(self) -> date | None:
        """The last day of a period."""


D = TypeVar("D", bound=Dag)


@dataclass(frozen=True)
class Aaret:
    """The first and the last day that are shown."""

    fra: date
    til: date


def aaret(aar: int) -> Aaret:
    """Return the days of a calendar year."""
    return Aaret(date(aar, 1, 1), date(aar, 12, 31))


def maaneder(dager: Iterable[D], aar: int) -> list[tuple[date, list[D]]]:
    """Return all twelve months, each with what begins in it, in order of days.

    What began before the year and lasts into it stands in January; what does not touch the year is left out.
    """
    ramme = aaret(aar)
    funnet: dict[int, list[D]] = {nr: [] for nr in range(1, 13)}
    for dag in sorted(dager, key=lambda d: d.dato):
        if dag.dato > ramme.til or (dag.til or dag.dato) < ramme.fra:
            continue
        funnet[max(dag.dato, ramme.fra).month].append(dag)
    return [(date(aar, nr, 1), rader) for nr, rader in funnet.items()]
