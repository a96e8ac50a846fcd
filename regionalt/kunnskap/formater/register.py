"""Municipalities by number and by name: Norwegian, Sami and Kven. A name that several have is said so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from regionalt.kunnskap.formater.felles import Feil, les_nummer

# «Raarvihke - Røyrvik», «Snåsa/Snåase», «Storfjord – Omasvuotna – Omasvuono»
_DELER = re.compile(r"\s+[-–]\s+|\s*/\s*")
_TILLEGG = re.compile(r"\s*\(.*?\)\s*|\s+kommune$")


@dataclass(frozen=True)
class Kommunenavn:
    """A municipality as a source may name it."""

    nummer: str
    navn: str
    andre: str = ""
    fylke: str = ""


class Register:
    """Finds municipalities."""

    def __init__(self, kommuner: Iterable[Kommunenavn]) -> None:
        self._kommuner = {k.nummer: k for k in kommuner}
        self._navn: dict[str, set[str]] = defaultdict(set)
        for k in self._kommuner.values():
            for navn in _navnene(f"{k.navn} / {k.andre}"):
                self._navn[navn].add(k.nummer)

    def kjent(self, nummer: str) -> bool:
        """Return True for a municipality of today."""
        return nummer in self._kommuner

    def finn_navn(self, navn: str, fylke: str = "") -> str | Feil:
        """Return the number of the municipality with a name, or what is wrong.

        Args:
            fylke: a text that names the county («Nordland»), for names that several have («Herøy»).
        """
        treff: set[str] = set()
        for del_ in _navnene(navn):
            treff |= self._navn.get(del_, set())
        if len(treff) > 1:
            sted = f"{fylke} {navn}".casefold()
            treff = {n for n in treff if _i_fylket(self._kommuner[n].fylke, sted)} or treff
        if len(treff) == 1:
            return treff.pop()
        return Feil.FLERE_MED_NAVNET if treff else Feil.UKJENT_NAVN

    def finn(self, nummer: str | None, navn: str, fylke: str = "") -> str | Feil:
        """Return the number a row is about: its number when it has one, or else by its name."""
        if nummer is not None and nummer.strip():
            return les_nummer(nummer) or Feil.IKKE_NUMMER
        return self.finn_navn(navn, fylke)


def _i_fylket(fylke: str, sted: str) -> bool:
    return any(navn in sted for navn in _navnene(fylke))


def _navnene(tekst: str) -> list[str]:
    """Return the names in a text, each as it is compared."""
    deler = (" ".join(_TILLEGG.sub(" ", d.casefold()).split()) for d in _DELER.split(tekst))
    return [d for d in deler if d]
