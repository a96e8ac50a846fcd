"""What may stand in the way of undoing an import. Upper floors add what they know; this floor only asks.

A check runs as the jobs, with these temporary tables: `utv_angres_versjoner` (id, person_id, registrering_id:
the versions the import made) and `utv_angres_personer` (id: the persons it made).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True)
class Lenke:
    """Where one may look."""

    tekst: str
    url: str


@dataclass(frozen=True)
class Bygg:
    """Something that builds on the import: in words with its number, and where to find some of it."""

    tekst: str
    lenker: tuple[Lenke, ...] = ()


# Takes the cursor and the name of the two-clock table that the import wrote in.
Sjekker = Callable[[CursorWrapper, str], Iterable[Bygg]]

_SJEKKERE: list[Sjekker] = []
_AVLEDET: set[str] = set()


def registrer_bygger_paa(sjekker: Sjekker) -> None:
    """Add a check of what builds on an import."""
    if sjekker not in _SJEKKERE:
        _SJEKKERE.append(sjekker)


def registrer_avledet(*modeller: str) -> None:
    """Say that rows of these models («app.modell») about a person are worked out again by themselves.

    Rows of all other models that point at a person the import made, stand in the way of undoing it.
    """
    _AVLEDET.update(m.lower() for m in modeller)


def sjekkere() -> tuple[Sjekker, ...]:
    """Return the checks, in the order they were registered."""
    return tuple(_SJEKKERE)


def er_avledet(modell: str) -> bool:
    """Return True for rows that are worked out again by themselves."""
    return modell.lower() in _AVLEDET
