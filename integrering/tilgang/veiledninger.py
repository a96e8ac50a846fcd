"""«Slik gjør du»: the most frequent tasks in steps, each registered by the app that has the pages.

A page shows the one that belongs to it with `{% slik_gjoer_du "kode" %}`; all stand at `/hjelp/`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

Tekst = str | Promise


@dataclass(frozen=True)
class Veiledning:
    """A task: its code, what it is called, the steps, the page it begins at (address name), whose it is."""

    kode: str
    tittel: Tekst
    steg: tuple[Tekst, ...]
    rekkefoelge: int
    roller: frozenset[Rolle]
    begynner: str = ""


_veiledninger: dict[str, Veiledning] = {}


def registrer_veiledning(*veiledninger: Veiledning) -> None:
    """Add tasks to the help (again: replaces them)."""
    _veiledninger.update({v.kode: v for v in veiledninger})


def veiledning(kode: str) -> Veiledning:
    """Return a task. Raises KeyError when no app has registered it."""
    return _veiledninger[kode]


def veiledninger_for(av: Aktoer) -> list[Veiledning]:
    """Return the tasks this one can do, the most frequent first."""
    return sorted((v for v in _veiledninger.values() if av.rolle in v.roller), key=lambda v: v.rekkefoelge)
