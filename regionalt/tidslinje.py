"""What has happened with a municipality, and what is agreed: apps above register where it is kept.

The meetings are read by this app itself; a source gives its own beside them, so that the page has one line
of time and one table of what is agreed. What a source wants read, it says as expressions about a municipality
(`kommunepaneler.Felt`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from integrering.tilgang.aktoer import Aktoer
from regionalt.kommunepaneler import Felt


@dataclass(frozen=True)
class Hendelse:
    """A contact, a visit, a meeting. `moete`: we met; `planlagt`: we are going to."""

    dato: date
    tittel: str
    slag: str
    url: str
    naar: str
    moete: bool = False
    planlagt: bool = False


@dataclass(frozen=True)
class Avtale:
    """Something agreed: who does it, when it is due, how it stands (with a colour), where it is read."""

    tekst: str
    hvem: str
    frist: date | None
    aapen: bool
    status: str
    farge: str
    url: str = ""


@dataclass(frozen=True)
class Tidslinjekilde:
    """Where contacts are kept.

    Attributes:
        felt: what is read of the municipality beforehand, seen from a day.
        hendelser, avtaler: the municipality read with `felt` → what it has.
        handlinger: who reads and the municipality → (address, text) of what can be done here.
        sist_moett: expression about a municipality: the last day we met, or NULL.
    """

    navn: str
    felt: Callable[[date], Felt]
    hendelser: Callable[[Any], Iterable[Hendelse]]
    avtaler: Callable[[Any], Iterable[Avtale]]
    handlinger: Callable[[Aktoer, Any], Iterable[tuple[str, str]]]
    sist_moett: Callable[[], Any]


_kilder: dict[str, Tidslinjekilde] = {}


def registrer_tidslinjekilde(kilde: Tidslinjekilde) -> None:
    """Add a source (again: replaces it)."""
    _kilder[kilde.navn] = kilde


def tidslinjekilder() -> tuple[Tidslinjekilde, ...]:
    """Return the sources by name."""
    return tuple(sorted(_kilder.values(), key=lambda k: k.navn))
