"""Where one can go from the page of an organisation: each app registers its own links in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet


@dataclass(frozen=True)
class Lenke:
    """A link of the page."""

    tekst: str
    url: str


Lag = Callable[[Virksomhet, Aktoer], "Lenke | None"]
_lagere: dict[str, Lag] = {}


def registrer_virksomhetslenke(navn: str, lag: Lag) -> None:
    """Add a link to the page of an organisation (again: replaces it); None: not for this one."""
    _lagere[navn] = lag


def lenker_for(virksomhet: Virksomhet, av: Aktoer) -> list[Lenke]:
    """Return the links this reader has from an organisation."""
    return [lenke for lag in _lagere.values() if (lenke := lag(virksomhet, av))]
