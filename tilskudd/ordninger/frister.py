"""The calls of a scheme, told by the apps that have them: what the county applies for, and what it gives.

    registrer_frister(Fristkilde("soekt", utlysninger, neste))

`utlysninger(ordning)` answers with the calls of a scheme. `neste(dag)` is its next deadline from that day on,
as an expression of the database where the scheme is `OuterRef("pk")`: the list of schemes sorts by it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tilskudd.ordninger.models import Ordning


@dataclass(frozen=True)
class Utlyst:
    """A call as the scheme's page shows it. Amounts in whole kroner; None is not known."""

    navn: str
    url: str
    frist: date | None
    ramme: int | None = None
    status: str = ""
    farge: str = "neutral"


@dataclass(frozen=True)
class Fristkilde:
    """Where calls are read: the source's name, the calls of a scheme, and its next deadline."""

    navn: str
    utlysninger: Callable[[Ordning], Sequence[Utlyst]]
    neste: Callable[[date], Any]


_kilder: dict[str, Fristkilde] = {}


def registrer_frister(kilde: Fristkilde) -> None:
    """Make a source of calls known (again: replaces it)."""
    _kilder[kilde.navn] = kilde


def utlysninger_i(ordning: Ordning) -> list[Utlyst]:
    """Return the calls of a scheme from all sources, those with the latest deadline first."""
    alle = [u for kilde in _kilder.values() for u in kilde.utlysninger(ordning)]
    return sorted(alle, key=lambda u: u.frist or date.min, reverse=True)


def neste_frister(dag: date) -> list[Any]:
    """Return an expression per source: the scheme's next deadline from `dag` on."""
    return [kilde.neste(dag) for kilde in _kilder.values()]
