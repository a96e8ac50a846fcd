"""The days of the wheel, as the reader sees them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from regionalt.aarshjul import hjulkilder, les_hjuldager
from regionalt.ledelse.rules.hjul import aaret


@dataclass(frozen=True)
class Vist:
    """A day as it stands in the wheel, with the name of its source."""

    kilde: str
    kildetittel: str
    dato: date
    til: date | None
    tittel: str
    url: str
    frist: bool

    @property
    def uid(self) -> str:
        """The same for the same day of the same source, so that a calendar does not hold it twice."""
        return hashlib.sha256(f"{self.kilde}|{self.url}|{self.tittel}|{self.dato}".encode()).hexdigest()[:32]


def dagene(aar: int, kilde: str = "") -> list[Vist]:
    """Return what the sources know of the year, or one of them. One query."""
    ramme = aaret(aar)
    return [
        Vist(k.navn, str(k.tittel), d.dato, d.til, d.tittel, d.url, d.frist)
        for k, d in les_hjuldager(ramme.fra, ramme.til, kilde)
    ]


def kildevalg() -> list[tuple[str, str]]:
    """Return the sources one may choose between."""
    return [(k.navn, str(k.tittel)) for k in hjulkilder()]
