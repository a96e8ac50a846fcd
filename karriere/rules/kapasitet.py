"""How much a centre can take, week by week, against what is booked and what falls due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# So far ahead it is planned: guidance is due within three months, and most is booked within two.
UKER = 8


@dataclass(frozen=True)
class Kapasitetsuke:
    """A week at a centre: sessions it can hold, those that are booked, cases that fall due unbooked."""

    mandag: date
    kapasitet: int
    avtalt: int
    forfaller: int

    @property
    def ledig(self) -> int:
        """Sessions nobody has booked; 0 when there are more booked than there is room for."""
        return max(self.kapasitet - self.avtalt, 0)

    @property
    def mangler(self) -> int:
        """Cases that fall due without a session, beyond what is free."""
        return max(self.forfaller - self.ledig, 0)


def mandagene(i_dag: date, antall: int = UKER) -> list[date]:
    """Return the Mondays of this week and those after it."""
    foerste = i_dag - timedelta(days=i_dag.weekday())
    return [foerste + timedelta(weeks=n) for n in range(antall)]


def ukene(
    mandager: list[date],
    *,
    vanlig: int,
    avvik: Mapping[date, int],
    avtalt: Mapping[date, int],
    forfaller: Mapping[date, int],
) -> list[Kapasitetsuke]:
    """Return the weeks of a centre.

    Args:
        vanlig: sessions in a usual week.
        avvik: Monday → sessions, in weeks that are not usual.
        avtalt: Monday → sessions booked.
        forfaller: Monday → cases without a session whose deadline is in the week.
    """
    return [
        Kapasitetsuke(uke, avvik.get(uke, vanlig), avtalt.get(uke, 0), forfaller.get(uke, 0))
        for uke in mandager
    ]


def samlet(sentre: list[list[Kapasitetsuke]]) -> list[Kapasitetsuke]:
    """Return the weeks of all centres together."""
    return [
        Kapasitetsuke(
            uker[0].mandag,
            sum(u.kapasitet for u in uker),
            sum(u.avtalt for u in uker),
            sum(u.forfaller for u in uker),
        )
        for uker in zip(*sentre, strict=True)
    ]
