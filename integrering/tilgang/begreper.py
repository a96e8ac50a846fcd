"""The terms people meet here, in both languages, with legal basis; read once from `data/begreper.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from integrering.grunnmur.soeketekst import ord_i, treffer

_FIL = Path(__file__).parent / "data" / "begreper.json"
_KORT = 90
# All that differs in the references: the acts' own names. «Ledd», «bokstav» and «kapittel» are the same.
_LOVORD = (("loven", "lova"), ("forskriften", "forskrifta"))


@dataclass(frozen=True)
class Begrep:
    """A term: its code (the anchor of the page), word and definition in both languages, and the source."""

    kode: str
    nb: str
    nn: str
    betyr_nb: str
    betyr_nn: str
    hjemmel: str = ""

    def ordet(self, spraak: str) -> str:
        """Return the word in the language."""
        return self.nn if spraak == "nn" else self.nb

    def betyr(self, spraak: str) -> str:
        """Return the definition in the language."""
        return self.betyr_nn if spraak == "nn" else self.betyr_nb

    def det_andre(self, spraak: str) -> str:
        """Return the word in the other language, if it is another."""
        andre = self.nb if spraak == "nn" else self.nn
        return "" if andre == self.ordet(spraak) else andre

    def hjemmelen(self, spraak: str) -> str:
        """Return the reference to the act in the language."""
        tekst = self.hjemmel
        for nb, nn in _LOVORD if spraak == "nn" else ():
            tekst = tekst.replace(nb, nn)
        return tekst

    def kort(self, spraak: str) -> str:
        """Return the beginning of the definition, for a line of hits."""
        tekst = self.betyr(spraak)
        return tekst if len(tekst) <= _KORT else tekst[: tekst.rfind(" ", 0, _KORT)] + " …"


@cache
def alle() -> tuple[Begrep, ...]:
    """Return every term in the order of the alphabet (bokmål)."""
    rader = json.loads(_FIL.read_text(encoding="utf-8"))
    return tuple(sorted((Begrep(**rad) for rad in rader), key=lambda b: _alfabetisk(b.nb)))


def soek(tekst: str, *, bare_ordet: bool = False) -> list[Begrep]:
    """Return the terms whose word begins so, then those that hold it in their definition or source."""
    soekt = ord_i(tekst)
    i_ordet = [b for b in alle() if treffer(soekt, (*ord_i(b.nb), *ord_i(b.nn)))]
    if bare_ordet:
        return i_ordet
    andre = (b for b in alle() if b not in i_ordet)
    return i_ordet + [
        b for b in andre
        if treffer(soekt, ord_i(" ".join((b.nb, b.betyr_nb, b.betyr_nn, b.hjemmel, b.hjemmelen("nn")))))
    ]  # fmt: skip


def _alfabetisk(ord_: str) -> str:
    """Return what sorts a word in Norwegian order: æ, ø, å after z."""
    return ord_.lower().translate(str.maketrans("æøå", "{|}"))
