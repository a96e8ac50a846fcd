"""The main menu: each app registers its own links in AppConfig.ready."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Punkt:
    """A link: address name, text, order, the roles that see it, and whether it lies under «Mer»."""

    urlnavn: str
    tekst: str | Promise
    rekkefoelge: int
    roller: frozenset[Rolle]
    mer: bool = False


_punkter: dict[str, Punkt] = {}


def registrer_menypunkt(
    urlnavn: str, tekst: str | Promise, *, rekkefoelge: int, roller: frozenset[Rolle], mer: bool = False
) -> None:
    """Add a link to the main menu, or to its «Mer» (again: replaces it)."""
    _punkter[urlnavn] = Punkt(urlnavn, tekst, rekkefoelge, roller, mer)


def menypunkter_for(aktoer: Aktoer | None) -> list[Punkt]:
    """Return the links that this one sees, in order."""
    if aktoer is None:
        return []
    mine = [p for p in _punkter.values() if aktoer.rolle in p.roller]
    return sorted(mine, key=lambda p: p.rekkefoelge)
