"""The main menu: each app registers its own links in AppConfig.ready."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Punkt:
    """A link: address name, text, order, and the roles that see it."""

    urlnavn: str
    tekst: str | Promise
    rekkefoelge: int
    roller: frozenset[Rolle]


_punkter: dict[str, Punkt] = {}


def registrer_menypunkt(
    urlnavn: str, tekst: str | Promise, *, rekkefoelge: int, roller: frozenset[Rolle]
) -> None:
    """Add a link to the main menu (again: replaces it)."""
    _punkter[urlnavn] = Punkt(urlnavn, tekst, rekkefoelge, roller)


def menypunkter_for(aktoer: Aktoer | None) -> list[Punkt]:
    """Return the links that this one sees, in order."""
    if aktoer is None:
        return []
    mine = [p for p in _punkter.values() if aktoer.rolle in p.roller]
    return sorted(mine, key=lambda p: p.rekkefoelge)
