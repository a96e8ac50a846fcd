"""The yearly report fills itself: each app registers the chapter of its records in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Rapporttabell:
    """A table of the report, for a year: whole numbers or words, never about one named person.

    With `diagram` the first column of numbers is drawn as bars too. `kilde` says what was counted, and how.
    """

    tittel: str
    kolonner: tuple[str, ...]
    rader: tuple[tuple[str | int, ...], ...]
    kilde: str
    diagram: bool = False


@dataclass(frozen=True)
class Kapittel:
    """A chapter: its title, and the tables of a year, of the whole county."""

    navn: str
    tittel: str | Promise
    tabeller: Callable[[int], Sequence[Rapporttabell]]
    rekkefoelge: int


_kapitler: dict[str, Kapittel] = {}


def registrer_kapittel(*kapitler: Kapittel) -> None:
    """Add chapters to the report (again: replaces them). Each may ask the database five times."""
    _kapitler.update({k.navn: k for k in kapitler})


def kapitlene() -> tuple[Kapittel, ...]:
    """Return the chapters in order."""
    return tuple(sorted(_kapitler.values(), key=lambda k: k.rekkefoelge))
