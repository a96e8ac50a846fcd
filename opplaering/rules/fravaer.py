"""Hours and absence at school: the periods that count, and what they come to (forskriften § 59). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from integrering.grunnmur import maaneder

Periode = tuple[date, date | None]


def samlede_perioder(perioder: Iterable[Periode]) -> list[Periode]:
    """Return the periods as the months see them: those that share a month are one.

    Other hours from a day is a new period at school; the pupil owes the month's absence once.
    """
    ut: list[Periode] = []
    for fra, til in sorted(perioder, key=lambda p: p[0]):
        if ut and _deler_maaned(ut[-1], fra):
            ut[-1] = (ut[-1][0], _senest(ut[-1][1], til))
        else:
            ut.append((fra, til))
    return ut


def _deler_maaned(foer: Periode, fra: date) -> bool:
    return foer[1] is None or maaneder.maaned(fra) <= foer[1]


def _senest(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else max(a, b)


@dataclass(frozen=True)
class Maanedstall:
    """A month's hours at school, and the absence of each kind."""

    maaned: date
    timer: Decimal
    gyldig: Decimal
    ugyldig: Decimal
    uavklart: Decimal


@dataclass(frozen=True)
class Fravaerssum:
    """What some months come to."""

    timer: Decimal
    gyldig: Decimal
    ugyldig: Decimal
    uavklart: Decimal

    @property
    def fravaer(self) -> Decimal:
        """Hours missed, of every kind."""
        return self.gyldig + self.ugyldig + self.uavklart

    @property
    def prosent(self) -> int | None:
        """Absence in per cent of the hours given, to the nearest whole; None when none were given."""
        gitt = self.timer + self.fravaer
        return round(100 * self.fravaer / gitt) if gitt else None


def summer(maaneder_: Sequence[Maanedstall]) -> Fravaerssum:
    """Return what the months come to."""
    return Fravaerssum(
        *(
            sum((getattr(m, felt) for m in maaneder_), Decimal(0))
            for felt in ("timer", "gyldig", "ugyldig", "uavklart")
        )
    )
