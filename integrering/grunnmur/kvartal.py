"""Quarters of a year. The only place where a quarter's boundaries are computed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
_SKREVET = re.compile(r"^(\d{4})\s?[Kk]([1-4])$")
_SLUG = re.compile(r"^(\d{4})-([1-4])$")


@dataclass(frozen=True, order=True)
class Kvartal:
    """A calendar quarter: `aar` (year) and `nr` (1 to 4)."""

    aar: int
    nr: int

    def __post_init__(self) -> None:
        if self.nr not in (1, 2, 3, 4) or not 1900 <= self.aar <= 2200:
            raise ValueError(f"ikke et kvartal: {self.aar}K{self.nr}")

    @classmethod
    def parse(cls, tekst: str) -> Kvartal:
        """Read «2023K4». Raises ValueError for anything else."""
        treff = _SKREVET.match(tekst.strip())
        if not treff:
            raise ValueError(f"ikke et kvartal: {tekst}")
        return cls(int(treff[1]), int(treff[2]))

    @classmethod
    def fra_slug(cls, tekst: str) -> Kvartal:
        """Read the form used in addresses, «2023-4». Raises ValueError for anything else."""
        treff = _SLUG.match(tekst)
        if not treff:
            raise ValueError(f"ikke et kvartal: {tekst}")
        return cls(int(treff[1]), int(treff[2]))

    @classmethod
    def for_dato(cls, dato: date) -> Kvartal:
        """Return the quarter that holds the date."""
        return cls(dato.year, (dato.month + 2) // 3)

    @classmethod
    def for_instant(cls, instant: datetime) -> Kvartal:
        """Return the quarter that holds the instant, by the clock in Oslo."""
        return cls.for_dato(instant.astimezone(OSLO).date())

    @property
    def fra(self) -> date:
        """First day."""
        return date(self.aar, 3 * self.nr - 2, 1)

    @property
    def til(self) -> date:
        """Last day, inclusive."""
        return self.neste().fra - timedelta(days=1)

    @property
    def slug(self) -> str:
        """The form used in addresses: «2023-4»."""
        return f"{self.aar}-{self.nr}"

    @property
    def indeks(self) -> int:
        """Quarters since year 0: consecutive whole numbers, for storage and sorting."""
        return self.aar * 4 + self.nr - 1

    @classmethod
    def fra_indeks(cls, indeks: int) -> Kvartal:
        """Undo `indeks`."""
        return cls(indeks // 4, indeks % 4 + 1)

    def neste(self) -> Kvartal:
        """Return the quarter after."""
        return Kvartal.fra_indeks(self.indeks + 1)

    def forrige(self) -> Kvartal:
        """Return the quarter before."""
        return Kvartal.fra_indeks(self.indeks - 1)

    def slutt_instant(self) -> datetime:
        """Return the first instant of the next quarter in Europe/Oslo: the exclusive end of this one."""
        return datetime.combine(self.neste().fra, time.min, tzinfo=OSLO)

    def __str__(self) -> str:
        return f"{self.aar}K{self.nr}"


def tidligste_utbetaling(*registrert: datetime) -> Kvartal:
    """Return the first quarter that can pay: the one after the quarter of the latest registration.

    Source: IMDi, «tidligst i kvartalet etter at registreringene er gjort av kommunen».
    """
    return Kvartal.for_instant(max(registrert)).neste()
