"""How far two distributions are from each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Avvik:
    """The misplacement index ½ Σ|a−b| / Σb, and how many municipalities are equal or within one person."""

    indeks: Fraction
    like: int
    innen_en: int
    antall: int


def avvik(a: Mapping[str, int], b: Mapping[str, int]) -> Avvik:
    """Hold `a` against the true numbers `b`, for all municipalities in either; missing counts as 0."""
    alle = a.keys() | b.keys()
    forskjeller = [abs(a.get(k, 0) - b.get(k, 0)) for k in alle]
    sum_b = sum(b.values())
    indeks = Fraction(sum(forskjeller), 2 * sum_b) if sum_b else Fraction(0)
    return Avvik(indeks, sum(n == 0 for n in forskjeller), sum(n <= 1 for n in forskjeller), len(alle))
