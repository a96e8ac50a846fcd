"""What can be done with those chosen in the list of persons: upper floors register in AppConfig.ready."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Personhandling:
    """A page that takes POST `valgt` (keys of persons): address name, text of the button, who, and order."""

    urlnavn: str
    tekst: str | Promise
    roller: frozenset[Rolle]
    rekkefoelge: int


_handlinger: dict[str, Personhandling] = {}


def registrer_personhandling(handling: Personhandling) -> None:
    """Add a button to the list of persons (again: replaces it)."""
    _handlinger[handling.urlnavn] = handling


def personhandlinger_for(av: Aktoer) -> list[Personhandling]:
    """Return what this one can do with those chosen, in order."""
    return sorted((h for h in _handlinger.values() if av.rolle in h.roller), key=lambda h: h.rekkefoelge)
