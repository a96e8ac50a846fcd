"""The register of code lists. The app that owns a list declares it; this floor never knows their names."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Tekst = str | Promise


@dataclass(frozen=True)
class Kodeliste:
    """A list of codes.

    Attributes:
        navn: its name in the database («moetetype»).
        tittel: what administrators call it.
        forklaring: what the codes are used for, and how their labels are written.
        utvidbar: an administrator may add codes.
        faste: the codes the program itself names: always there, never closed.
    """

    navn: str
    tittel: Tekst
    forklaring: Tekst
    utvidbar: bool = False
    faste: tuple[str, ...] = ()


_lister: dict[str, Kodeliste] = {}


def meld_inn(*lister: Kodeliste) -> None:
    """Make lists known (again: replaces them)."""
    _lister.update({liste.navn: liste for liste in lister})


def kodelister() -> tuple[Kodeliste, ...]:
    """Return all lists, in the order of their titles."""
    return tuple(sorted(_lister.values(), key=lambda liste: str(liste.tittel)))


def finn_kodeliste(navn: str) -> Kodeliste | None:
    """Return a list by its name; None when no app has it."""
    return _lister.get(navn)
