"""What the apps above the engine add to its overviews, and to the statement each municipality gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.grunnmur.kvartal import Kvartal


@dataclass(frozen=True)
class Oversiktstall:
    """One figure of the overview, in whole kroner for our county: «på vent», «mottatt fra IMDi».

    `per_kvartal` and `per_kommune` answer for all the quarters asked about in a fixed number of queries, as
    the reader may see it; what has no kroner is left out. A municipality is named by its number («5001»).
    `url` leads to what the figure is made of: a quarter, of one municipality when the number is not empty.
    """

    navn: str
    tittel: str | Promise
    per_kvartal: Callable[[Sequence[Kvartal]], Mapping[Kvartal, int]]
    per_kommune: Callable[[Sequence[Kvartal]], Mapping[tuple[Kvartal, str], int]]
    url: Callable[[Kvartal, str], str]
    rekkefoelge: int = 0
    forklaring: str | Promise = ""


@dataclass(frozen=True)
class Bidragsrad:
    """A row of the statement: what, how many persons (None: not counted), how many kroner (None: not known).

    Never about one named person, and never about those whose address is protected.
    """

    tekst: str
    antall: int | None = None
    beloep: int | None = None


@dataclass(frozen=True)
class Kommunebidrag:
    """A part of the statement to a municipality: `rader` by quarter and municipality number."""

    navn: str
    tittel: str | Promise
    rader: Callable[[Kvartal, str], Sequence[Bidragsrad]]
    tomt: str | Promise
    rekkefoelge: int = 0


_tall: dict[str, Oversiktstall] = {}
_bidrag: dict[str, Kommunebidrag] = {}


def registrer_tall(*tall: Oversiktstall) -> None:
    """Add figures to the overviews (again: replaces them)."""
    _tall.update({t.navn: t for t in tall})


def registrer_kommunebidrag(*bidrag: Kommunebidrag) -> None:
    """Add parts to the statement of a municipality (again: replaces them)."""
    _bidrag.update({b.navn: b for b in bidrag})


def alle_tall() -> tuple[Oversiktstall, ...]:
    """Return the figures in order."""
    return tuple(sorted(_tall.values(), key=lambda t: t.rekkefoelge))


def kommunebidrag() -> tuple[Kommunebidrag, ...]:
    """Return the parts in order."""
    return tuple(sorted(_bidrag.values(), key=lambda b: b.rekkefoelge))
