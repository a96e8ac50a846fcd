"""Questions beside the form of a registration: upper floors register theirs in AppConfig.ready.

What is asked is saved with the registration, in the same transaction. This floor never knows what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.http import HttpRequest

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


class Skjematillegg(Protocol):
    """What stands beside a form, and what is asked below it. The answers are named as the fields are."""

    mal: str

    def felter(self) -> dict[str, forms.Field]:
        """Return the fields to ask; their names are no column's."""

    def innhold(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the template shows as `data`."""

    def kontroller(self, svar: Mapping[str, Any]) -> None:
        """Raise Regelbrudd for answers that do not go together."""

    def linjer(self, svar: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return the answers for the page where all is looked over."""

    def lagre(self, registrering: UUID, svar: Mapping[str, Any], av: Aktoer) -> None:
        """Save the answers, in the transaction of the registration."""


Finner = Callable[[Person, UUID | None, Aktoer], Skjematillegg | None]
_finnere: dict[str, Finner] = {}


def registrer_skjematillegg(slag: str, finner: Finner) -> None:
    """Let a kind of registration (its slug) ask for more (again: replaces it).

    Args:
        finner: person, the registration that is corrected or None, who registers → what to ask, or None.
    """
    _finnere[slag] = finner


def finn_skjematillegg(
    slag: str, person: Person, registrering: UUID | None, av: Aktoer
) -> Skjematillegg | None:
    """Return what stands beside the form now; None for most."""
    finner = _finnere.get(slag)
    return finner(person, registrering, av) if finner else None
