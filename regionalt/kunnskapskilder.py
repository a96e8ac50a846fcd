"""What stands beside the county's judgements of a municipality: rooms that know something register it here.

Each source is asked once per page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from integrering.tilgang.models import Virksomhet


@dataclass(frozen=True)
class Kunnskapsrad:
    """One thing that is known: what, more of it, where it holds, its source and day, how sure (empty: sure).

    `url` is its own page; `plan` and `plan_url` the plan it stands in, where it does.
    """

    hva: str
    mer: str
    hvor: str
    kilde: str
    dato: date
    url: str
    sikkerhet: str = ""
    plan: str = ""
    plan_url: str = ""


@dataclass(frozen=True)
class Kunnskapskilde:
    """A source: its heading, what its first two columns are called, what is said when it is empty.

    `hent` reads what holds in a municipality on a day; `side` is the address of all of it for one.
    """

    kode: str
    tittel: str | Promise
    hva: str | Promise
    mer: str | Promise
    tomt: str | Promise
    hent: Callable[[Virksomhet, date], Iterable[Kunnskapsrad]]
    side: Callable[[Virksomhet], str]
    rekkefoelge: int = 50


@dataclass(frozen=True)
class VistKilde:
    """A source as a page shows it."""

    kilde: Kunnskapskilde
    rader: list[Kunnskapsrad]
    url: str


_kilder: dict[str, Kunnskapskilde] = {}


def registrer_kunnskapskilde(kilde: Kunnskapskilde) -> None:
    """Add a source (again: replaces it)."""
    _kilder[kilde.kode] = kilde


def kunnskap_fra_andre(kommune: Virksomhet, dag: date) -> list[VistKilde]:
    """Return what every source knows of a municipality on a day, as the one who asks sees it, in order."""
    alle = sorted(_kilder.values(), key=lambda k: k.rekkefoelge)
    return [VistKilde(k, list(k.hent(kommune, dag)), k.side(kommune)) for k in alle]
