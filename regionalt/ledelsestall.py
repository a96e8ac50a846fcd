"""The figures of the leader's page: each app registers its own in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Tall:
    """A figure as it is shown. `verdi` is written out («3 av 38», «1 204 000 kr»); `url` drills down."""

    verdi: str
    detalj: str = ""
    url: str = ""
    # the colour that underlines what the words say: neutral, success, warning, danger
    farge: str = "neutral"


@dataclass(frozen=True)
class Ledelsestall:
    """A figure: what it is called, what it counts, and what reads it (None: nothing to show)."""

    navn: str
    tittel: str | Promise
    forklaring: str | Promise
    les: Callable[[Aktoer, date], Tall | None]
    rekkefoelge: int


_tall: dict[str, Ledelsestall] = {}


def registrer_ledelsestall(*tall: Ledelsestall) -> None:
    """Add figures to the leader's page (again: replaces them). Each may ask the database once."""
    _tall.update({t.navn: t for t in tall})


def alle_ledelsestall() -> tuple[Ledelsestall, ...]:
    """Return the figures in order."""
    return tuple(sorted(_tall.values(), key=lambda t: t.rekkefoelge))
