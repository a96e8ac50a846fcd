"""Who is the contact of a municipality, and what a new one changes. Pure.

The county shares the municipalities among contacts; a period is in whole days, `til` inclusive.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


@dataclass(frozen=True)
class Periode:
    """A period with one contact. `id` is the row's."""

    id: int
    fra: date
    til: date | None


class Hva(StrEnum):
    """What happens to the period that holds the day a new contact begins."""

    INGENTING = "ingenting"
    AVSLUTTES = "avsluttes"
    ERSTATTES = "erstattes"


@dataclass(frozen=True)
class Endring:
    """What a new contact from a day does with the one before: `til` is its new last day."""

    hva: Hva
    id: int | None = None
    til: date | None = None


class SenereKontakt(ValueError):
    """There is a contact that begins later: it must be changed first. Its first day is the argument."""

    def __init__(self, fra: date) -> None:
        super().__init__(fra)
        self.fra = fra


def aaret_foer(dag: date) -> date:
    """Return the same day the year before: who was met since, is met the last 12 months."""
    return date(dag.year - 1, dag.month, min(dag.day, monthrange(dag.year - 1, dag.month)[1]))


def paa_dagen(perioder: Iterable[Periode], dag: date) -> Periode | None:
    """Return the period that holds the day."""
    return next((p for p in perioder if p.fra <= dag and (p.til is None or dag <= p.til)), None)


def ny_fra(perioder: Iterable[Periode], fra: date) -> Endring:
    """Return what a new contact from `fra` does with the one that day.

    One that began the same day is taken over, an older one ends the day before.

    Raises:
        SenereKontakt: another one begins later.
    """
    perioder = list(perioder)
    senere = min((p.fra for p in perioder if p.fra > fra), default=None)
    if senere is not None:
        raise SenereKontakt(senere)
    naa = paa_dagen(perioder, fra)
    if naa is None:
        return Endring(Hva.INGENTING)
    if naa.fra == fra:
        return Endring(Hva.ERSTATTES, naa.id)
    return Endring(Hva.AVSLUTTES, naa.id, fra - timedelta(days=1))
