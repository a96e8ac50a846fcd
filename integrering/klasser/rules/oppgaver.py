"""When hours and absence of a class are missing (forskriften §§ 53 g, h, j and 58). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from integrering.grunnmur import maaneder

# The day of the next month that a month's hours are due.
FRISTDAG = 10


@dataclass(frozen=True)
class Deltakelse:
    """One participant: the period in the class, and the months with hours in what the class is taught."""

    fra: date
    til: date | None
    registrert: frozenset[date]

    def mangler(self, maaned: date) -> bool:
        """Return True when the participant was in the class that month and no hours are registered."""
        return maaneder.overlapper(self.fra, self.til, maaned) and maaned not in self.registrert


@dataclass(frozen=True)
class Klassefakta:
    """A class as the rule sees it: its period, participants, locked months, and where hours are written."""

    fra: date
    til: date
    deltakere: tuple[Deltakelse, ...]
    laaste: frozenset[date]
    adresse: str


@dataclass(frozen=True)
class Mangel:
    """A month, and how many participants lack hours in it."""

    maaned: date
    antall: int

    @property
    def frist(self) -> date:
        """When the hours should have been registered."""
        return maaneder.neste(self.maaned).replace(day=FRISTDAG)


def timer_mangler(f: Klassefakta, i_dag: date) -> Iterator[Mangel]:
    """Yield the months that are over, not locked, and where somebody has no hours."""
    siste = maaneder.siste_dag(maaneder.forrige(maaneder.maaned(i_dag)))
    for maaned in maaneder.maaneder(f.fra, min(f.til, siste)):
        antall = sum(d.mangler(maaned) for d in f.deltakere)
        if antall and maaned not in f.laaste:
            yield Mangel(maaned, antall)
