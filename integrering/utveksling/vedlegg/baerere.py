"""What a file hangs on. Apps above tell in `AppConfig.ready` how to find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.models import Vedlegg


@dataclass(frozen=True)
class Baerer:
    """A message, a meeting, a letter as its files see it.

    Attributes:
        navn: what it is called («Brev 2026/00017»). Never personal data.
        url: where it is read.
        aapen: False when its files stand as they are: sent, approved, called off.
    """

    navn: str
    url: str
    aapen: bool


Finner = Callable[[Vedlegg, Aktoer], Baerer | None]
_finnere: list[Finner] = []


def registrer_baerer(finn: Finner) -> None:
    """Make a kind of carrier known by the function that finds the one of a file (again: no change)."""
    if finn not in _finnere:
        _finnere.append(finn)


def baerer_av(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return what the file hangs on, if `av` can see it; None for a file that hangs on nothing."""
    return next((baerer for finn in _finnere if (baerer := finn(vedlegg, av)) is not None), None)
