"""The yearly wheel: each app registers where its deadlines and dates are read. Nothing is written twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Hjuldag:
    """A day in the wheel, or a period when `til` is given. Never the name of a participant."""

    dato: date
    tittel: str
    url: str = ""
    til: date | None = None
    frist: bool = False


@dataclass(frozen=True)
class Hjulkilde:
    """Where days are read: the source's name, its title, and those between two days that this one may see."""

    navn: str
    tittel: str | Promise
    dager: Callable[[Aktoer, date, date], Iterable[Hjuldag]]
    rekkefoelge: int = 0


_kilder: dict[str, Hjulkilde] = {}


def registrer_hjulkilde(*kilder: Hjulkilde) -> None:
    """Add sources to the wheel (again: replaces them). Each may ask the database once."""
    _kilder.update({k.navn: k for k in kilder})


def hjulkilder() -> tuple[Hjulkilde, ...]:
    """Return the sources in order."""
    return tuple(sorted(_kilder.values(), key=lambda k: (k.rekkefoelge, k.navn)))
