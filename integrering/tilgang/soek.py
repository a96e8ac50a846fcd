"""The search: each app registers what can be found in it, in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Treff:
    """Something found: what it is called, where it is, and a line that tells it from others."""

    tekst: str
    url: str
    detalj: str = ""


@dataclass(frozen=True)
class Soekekilde:
    """A kind of things to find. `finn(tekst, av, antall)` returns at most so many hits, best first."""

    navn: str
    tittel: str | Promise
    finn: Callable[[str, Aktoer, int], Sequence[Treff]]
    rekkefoelge: int
    roller: frozenset[Rolle]


_kilder: dict[str, Soekekilde] = {}


def registrer_soek(kilde: Soekekilde) -> None:
    """Make things of a kind findable (again: replaces it)."""
    _kilder[kilde.navn] = kilde


def soekekilder_for(av: Aktoer) -> list[Soekekilde]:
    """Return what this one may search in, in order."""
    return sorted((k for k in _kilder.values() if av.rolle in k.roller), key=lambda k: k.rekkefoelge)
