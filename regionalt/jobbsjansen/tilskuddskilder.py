"""Where a project's grant is handled: the app that handles it, above this one, tells how to find it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Tilskuddslenke:
    """An application as a project shows it. Never the name of a participant."""

    tekst: str
    url: str


@dataclass(frozen=True)
class Tilskuddskilde:
    """Where applications are: those that can be chosen (key, text), and one by its key."""

    valg: Callable[[Aktoer], Sequence[tuple[UUID, str]]]
    finn: Callable[[Aktoer, UUID], Tilskuddslenke | None]


_kilder: dict[str, Tilskuddskilde] = {}


def registrer_tilskuddskilde(navn: str, kilde: Tilskuddskilde) -> None:
    """Add a source of applications (again: replaces it)."""
    _kilder[navn] = kilde


def tilskuddsvalg(av: Aktoer) -> list[tuple[UUID, str]]:
    """Return the applications that can be chosen."""
    return [valg for kilde in _kilder.values() for valg in kilde.valg(av)]


def finn_tilskudd(av: Aktoer, noekkel: UUID | None) -> Tilskuddslenke | None:
    """Return the application with a key, if this one sees it."""
    if noekkel is None:
        return None
    funnet = (kilde.finn(av, noekkel) for kilde in _kilder.values())
    return next((lenke for lenke in funnet if lenke is not None), None)
