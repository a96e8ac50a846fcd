"""The budget: extra cost is what an adapted offer costs beyond the ordinary one. Whole kroner. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Post:
    """A post: what the ordinary offer would cost, what this one costs, and what the county pays itself."""

    ordinaer: int
    faktisk: int
    egenandel: int = 0

    @property
    def merkostnad(self) -> int:
        """What it costs beyond the ordinary offer."""
        return self.faktisk - self.ordinaer

    @property
    def soekes(self) -> int:
        """What is applied for: the extra cost less the own share."""
        return self.merkostnad - self.egenandel


@dataclass(frozen=True)
class Sum:
    """The sums of a budget."""

    ordinaer: int
    faktisk: int
    merkostnad: int
    egenandel: int
    soekes: int


def summer(poster: Sequence[Post]) -> Sum:
    """Return the sums."""
    return Sum(
        ordinaer=sum(p.ordinaer for p in poster),
        faktisk=sum(p.faktisk for p in poster),
        merkostnad=sum(p.merkostnad for p in poster),
        egenandel=sum(p.egenandel for p in poster),
        soekes=sum(p.soekes for p in poster),
    )


def fordel(innvilget: int, soekt: Sequence[int]) -> list[int]:
    """Share the granted amount over what was applied for, post by post; the shares sum to the amount.

    Whole kroner by the largest remainder. Granted more than applied for, or nothing applied for: the rest
    belongs to no post, so the shares are what was applied for.
    """
    alt = sum(soekt)
    if innvilget >= alt:
        return list(soekt)
    deler = [innvilget * s // alt for s in soekt]
    rest = innvilget - sum(deler)
    etter_rest = sorted(range(len(soekt)), key=lambda i: (-(innvilget * soekt[i] % alt), i))
    for i in etter_rest[:rest]:
        deler[i] += 1
    return deler
