"""What else a move leaves to be done: upper floors (tasks, classes) register theirs in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Flyttepunkt:
    """A line of the checklist: what, the page where it is done («» for none), and whether it is done."""

    tekst: str | Promise
    url: str = ""
    gjort: bool = False


Kilde = Callable[[Person, Aktoer], Iterable[Flyttepunkt]]
_kilder: dict[str, Kilde] = {}


def registrer_flyttepunkter(navn: str, kilde: Kilde) -> None:
    """Add lines about a person to the list of the municipality that is left (again: replaces them)."""
    _kilder[navn] = kilde


def andre_flyttepunkter(person: Person, av: Aktoer) -> list[Flyttepunkt]:
    """Return the lines the upper floors have about a person."""
    return [punkt for kilde in _kilder.values() for punkt in kilde(person, av)]
