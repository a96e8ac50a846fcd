"""What can be news. Each kind is counted as the reader: the database shows no more than on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

# No kind is counted beyond this.
TELL_TIL = 1000


@dataclass(frozen=True)
class Telling:
    """How many there are now, and how many of them are new. Without anything new no e-mail is sent for it."""

    antall: int
    nytt: int


@dataclass(frozen=True)
class Varselkilde:
    """A kind of news: what it is called, where it is seen, who has it, how it is counted since an instant."""

    kode: str
    tekst: str | Promise
    urlnavn: str
    tell: Callable[[Aktoer, datetime], Telling]
    rekkefoelge: int
    roller: frozenset[Rolle]
    sporring: str = ""


_kilder: dict[str, Varselkilde] = {}


def registrer_varselkilde(kilde: Varselkilde) -> None:
    """Add a kind of news (again: replaces it)."""
    _kilder[kilde.kode] = kilde


def varselkilder_for(av: Aktoer) -> list[Varselkilde]:
    """Return the kinds this one can be told of, in order."""
    return sorted((k for k in _kilder.values() if av.rolle in k.roller), key=lambda k: k.rekkefoelge)


def finn_kilde(kode: str) -> Varselkilde | None:
    """Return the kind with the code, if there is one still."""
    return _kilder.get(kode)
