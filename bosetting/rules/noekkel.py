"""The keys: population times what the criteria add, and a base amount.

m = 1 + Σ w·z; t = g + (N − g·A)·p·m / Σ p·m over the A municipalities that are asked. Whole numbers here, all
t times the same number, as only their ratios count; that makes two hundred draws of weights quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from bosetting.rules.grunnlag import Forutsetninger, Kommunegrunnlag


@dataclass(frozen=True)
class Noekler:
    """The keys t times `felles`, and the sums they are made of.

    `tillegg`: per municipality what each criterion adds to m, as whole numbers over `nevner`.
    """

    tall: tuple[int, ...]
    felles: int
    nevner: int
    tillegg: tuple[tuple[int, ...], ...]

    def t(self, i: int) -> Fraction:
        """Return the key of a municipality: persons before limits and rounding."""
        return Fraction(self.tall[i], self.felles)


def tillegg(spurte: Sequence[Kommunegrunnlag], f: Forutsetninger) -> tuple[tuple[tuple[int, ...], ...], int]:
    """Return what each criterion adds to m for each, as whole numbers, and what they are over."""
    ledd = [[w * (k.z.get(navn) or 0) for navn, w in f.vekter.items()] for k in spurte]
    nevner = lcm(*(Fraction(n).denominator for rad in ledd for n in rad))
    return tuple(tuple(int(n * nevner) for n in rad) for rad in ledd), nevner


def noekler(spurte: Sequence[Kommunegrunnlag], f: Forutsetninger) -> Noekler:
    """Return the keys of the municipalities that are asked."""
    rader, nevner = tillegg(spurte, f)
    m = [nevner + sum(rad) for rad in rader]
    tall, felles = av_m(spurte, f, m)
    return Noekler(tuple(tall), felles, nevner, rader)


def av_m(spurte: Sequence[Kommunegrunnlag], f: Forutsetninger, m: Sequence[int]) -> tuple[list[int], int]:
    """Return the keys as whole numbers and what they are over, for m times any number."""
    felles = sum(k.folketall * n for k, n in zip(spurte, m, strict=True))
    fri = f.ramme - f.grunntall * len(spurte)
    return [f.grunntall * felles + fri * k.folketall * n for k, n in zip(spurte, m, strict=True)], felles
