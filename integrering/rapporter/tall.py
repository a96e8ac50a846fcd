"""The tables of a report: counts, shares, and which of them are hidden outside the case worker's own page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from integrering.grunnmur import kroner, visning
from integrering.rapporter.rules.smaatall import SUM, med_summer, skjulte

SKJULT = ":"
"""How a hidden number is written, as in IMDi's files."""


@dataclass(frozen=True)
class Tall:
    """A count, whether it is hidden, and the list of its rows."""

    verdi: int
    skjult: bool = False
    lenke: str = ""

    @property
    def tekst(self) -> str:
        """The count as it is written."""
        return kroner.tall(self.verdi)

    def i_fil(self) -> int | str:
        """Return what a file holds."""
        return SKJULT if self.skjult else self.verdi


@dataclass(frozen=True)
class Andel:
    """A share; hidden when any of the counts it is made of is."""

    teller: int
    nevner: int
    skjult: bool = False
    lenke: str = ""

    @property
    def tekst(self) -> str:
        """The share as it is written: «42,5 %», «–» of nobody."""
        if not self.nevner:
            return "–"
        return f"{visning.desimal(round(100 * self.teller / self.nevner, 1))} %"

    def i_fil(self) -> str:
        """Return what a file holds."""
        return SKJULT if self.skjult else self.tekst


@dataclass(frozen=True)
class Tekst:
    """Words in a table of numbers; hidden when they tell of few."""

    tekst: str
    skjult: bool = False
    lenke: str = ""

    def i_fil(self) -> str:
        """Return what a file holds."""
        return SKJULT if self.skjult else self.tekst


@dataclass(frozen=True)
class Rad:
    """A row: its name and its cells."""

    navn: str
    celler: tuple[Tall | Andel | Tekst, ...]


@dataclass(frozen=True)
class Serie:
    """A bar of the diagram: the counts of one row, each with its column's name, and their total."""

    navn: str
    deler: tuple[tuple[str, Tall], ...]
    hele: Tall


@dataclass(frozen=True)
class Talltabell:
    """A table of a report, with the rows of its diagram (none: no diagram)."""

    tittel: str
    radnavn: str
    kolonner: tuple[str, ...]
    rader: tuple[Rad, ...]
    serier: tuple[Serie, ...] = ()


@dataclass(frozen=True)
class Rapport:
    """What a report says: its tables, and what each word and number in them means."""

    tabeller: tuple[Talltabell, ...]
    definisjoner: tuple[tuple[str, str], ...]
    punkter: tuple[tuple[str, Tall | Tekst], ...] = ()


def uten_lenke(rad: str, kolonne: str) -> str:
    """Return no address: there is no list of these rows."""
    return ""


@dataclass(frozen=True)
class Kryss:
    """Counts by row and column with totals, and which of them are hidden.

    Rows and columns are keys; `lenke` gives the address of the rows behind a count (the key of totals is «»).
    """

    rader: Mapping[str, str]
    kolonner: Mapping[str, str]
    tall: Mapping[tuple[str, str], int]
    grense: int
    lenke: Callable[[str, str], str] = uten_lenke
    alle: dict[tuple[str, str], int] = field(init=False)
    skjult: frozenset[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        alle = med_summer(list(self.rader), list(self.kolonner), self.tall)
        object.__setattr__(self, "alle", alle)
        object.__setattr__(self, "skjult", skjulte(alle, self.grense))

    def celle(self, rad: str, kolonne: str) -> Tall:
        """Return one count; the only row or column is its own total."""
        if rad == SUM and len(self.rader) == 1:
            rad = next(iter(self.rader))
        if kolonne == SUM and len(self.kolonner) == 1:
            kolonne = next(iter(self.kolonner))
        antall = self.alle.get((rad, kolonne), 0)
        lenke = self.lenke(rad, kolonne) if antall else ""
        return Tall(antall, (rad, kolonne) in self.skjult, lenke)

    def samlet(self, rad: str, deler: Iterable[str]) -> Tall:
        """Return the sum of some columns of a row; hidden when one of them is."""
        celler = [self.celle(rad, del_) for del_ in deler]
        return Tall(sum(celle.verdi for celle in celler), any(celle.skjult for celle in celler))

    def andel(self, rad: str, deler: Iterable[str], lenke: str = "") -> Andel:
        """Return the share of some columns in the row's total."""
        teller, hele = self.samlet(rad, deler), self.celle(rad, SUM)
        return Andel(teller.verdi, hele.verdi, teller.skjult or hele.skjult, lenke)

    def celler(self, rad: str) -> tuple[Tall, ...]:
        """Return the counts of a row, the total last."""
        return tuple(self.celle(rad, kolonne) for kolonne in (*self.kolonner, SUM))

    def serie(self, rad: str, navn: str) -> Serie:
        """Return the row as a bar."""
        deler = tuple((tittel, self.celle(rad, kolonne)) for kolonne, tittel in self.kolonner.items())
        return Serie(navn, deler, self.celle(rad, SUM))

    def radene(self, *, med_sum: str = "") -> list[tuple[str, str]]:
        """Return (key, name) of the rows, with the total under this name when there are several."""
        summen = [(SUM, med_sum)] if med_sum and len(self.rader) > 1 else []
        return [*self.rader.items(), *summen]
