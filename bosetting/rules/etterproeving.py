"""The simple ways held against what IMDi asked for: how many persons each would have placed elsewhere.

Only the population and the last round are known for all years, so criteria, wishes and capacity have no part.
The population is the same for all rounds, the newest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bosetting.rules.avvik import Avvik, avvik
from bosetting.rules.grunnlag import Forutsetninger, Kommunegrunnlag
from bosetting.rules.modell import beregn
from bosetting.rules.scenarier import i_fjor

Maate = Literal["folketall", "minst", "grunntall", "i_fjor"]
# The base amounts that are tried, persons per municipality.
GRUNNTALL = (5, 10, 15)
MINSTETALL = 10


@dataclass(frozen=True)
class Runde:
    """What IMDi asked for in one round, by municipality; those not asked are left out."""

    aar: int
    versjon: str
    anmodning: Mapping[str, int]

    @property
    def ramme(self) -> int:
        """Return persons in all."""
        return sum(self.anmodning.values())


@dataclass(frozen=True)
class Proeve:
    """One way held against one round. `grunntall` is the base amount of «grunntall»."""

    runde: Runde
    maate: Maate
    grunntall: int
    avvik: Avvik


def etterproev(folketall: Mapping[str, int], runder: Sequence[Runde]) -> list[Proeve]:
    """Hold every way against every round, in order; a way that the round leaves no room for is left out."""
    ut = []
    forrige: Runde | None = None
    for runde in runder:
        ut += _en_runde(folketall, runde, forrige)
        forrige = runde
    return ut


def _en_runde(folketall: Mapping[str, int], runde: Runde, forrige: Runde | None) -> list[Proeve]:
    sist = forrige.anmodning if forrige else {}
    spurte = [Kommunegrunnlag(nr, folketall[nr], forrige=sist.get(nr)) for nr in runde.anmodning]
    minst = min(MINSTETALL, *runde.anmodning.values())
    ut = [
        _proeve("folketall", 0, spurte, Forutsetninger(runde.ramme, minstetall=0), runde),
        _proeve("minst", 0, spurte, Forutsetninger(runde.ramme, minstetall=minst), runde),
    ]
    for g in GRUNNTALL:
        if g * len(spurte) <= runde.ramme:
            f = Forutsetninger(runde.ramme, grunntall=g, minstetall=minst)
            ut.append(_proeve("grunntall", g, spurte, f, runde))
    skalert = i_fjor(spurte, Forutsetninger(runde.ramme, minstetall=minst))
    if skalert:
        ut.append(Proeve(runde, "i_fjor", 0, avvik(skalert.antall, runde.anmodning)))
    return ut


def _proeve(
    maate: Maate, g: int, spurte: Sequence[Kommunegrunnlag], f: Forutsetninger, runde: Runde
) -> Proeve:
    return Proeve(runde, maate, g, avvik(beregn(spurte, f).antall(), runde.anmodning))
