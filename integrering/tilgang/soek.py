"""The search: each app registers what can be found in it, in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

# Hits shown of each kind, on the page and while one types.
PAA_SIDEN, SOM_FORSLAG = 20, 5


@dataclass(frozen=True)
class Treff:
    """Something found: what it is called, where it is, and a line that tells it from others.

    `eksakt`: the text was the whole of its number; alone, it is gone straight to.
    """

    tekst: str
    url: str
    detalj: str = ""
    eksakt: bool = False


@dataclass(frozen=True)
class Soekekilde:
    """A kind of things to find. `finn(tekst, av, antall)` returns at most so many hits, best first."""

    navn: str
    tittel: str | Promise
    finn: Callable[[str, Aktoer, int], Sequence[Treff]]
    rekkefoelge: int
    roller: frozenset[Rolle]


@dataclass(frozen=True)
class Gruppe:
    """The hits of one kind, and whether there are more of them."""

    navn: str
    tittel: str | Promise
    treff: tuple[Treff, ...]
    flere: bool


_kilder: dict[str, Soekekilde] = {}


def registrer_soek(kilde: Soekekilde) -> None:
    """Make things of a kind findable (again: replaces it)."""
    _kilder[kilde.navn] = kilde


def soekekilder_for(av: Aktoer) -> list[Soekekilde]:
    """Return what this one may search in, in order."""
    return sorted((k for k in _kilder.values() if av.rolle in k.roller), key=lambda k: k.rekkefoelge)


def soek_overalt(tekst: str, av: Aktoer, antall: int = PAA_SIDEN) -> list[Gruppe]:
    """Return the hits of every kind the one who asks may search in, empty kinds left out.

    Args:
        tekst: what was typed; never written to a log or an address.
        antall: at most so many of each kind.
    """
    funnet = ((k, tuple(k.finn(tekst, av, antall + 1))) for k in soekekilder_for(av))
    return [Gruppe(k.navn, k.tittel, t[:antall], len(t) > antall) for k, t in funnet if t]


def rett_til(grupper: Sequence[Gruppe]) -> str:
    """Return the address of the one thing whose whole number was typed, or an empty text."""
    if len(grupper) != 1:
        return ""
    eksakte = [t.url for t in grupper[0].treff if t.eksakt]
    return eksakte[0] if len(eksakte) == 1 else ""
