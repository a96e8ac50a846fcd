"""The answer before whole persons: the keys times one factor, held inside the bounds."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

Tall = TypeVar("Tall", float, Fraction)


def glatt(
    noekler: Sequence[Tall], nedre: Sequence[int], oevre: Sequence[int | None], antall: int
) -> list[Tall]:
    """Return y = key × factor inside the bounds, with the sum `antall`: exact in fractions, near in floats.

    The keys are positive, the bounds possible. Those whom the bounds hold on the side that weighs most are
    set, the factor is found anew for the rest, until the bounds hold no more.
    """
    if not noekler:
        return []
    null = noekler[0] - noekler[0]
    ut = [null] * len(noekler)
    frie, rest = list(range(len(noekler))), null + antall
    while frie:
        faktor = rest / sum((noekler[i] for i in frie), null)
        for i in frie:
            ut[i] = noekler[i] * faktor
        satt = _satt(ut, frie, nedre, oevre)
        if not satt:
            break
        for i, grense in satt.items():
            ut[i] = null + grense
            rest -= grense
        frie = [i for i in frie if i not in satt]
    return ut


def _satt(
    ut: Sequence[Tall], frie: Sequence[int], nedre: Sequence[int], oevre: Sequence[int | None]
) -> dict[int, int]:
    """Return the rows outside their bounds with the bound, on the side where the sum outside is largest."""
    under = {i: nedre[i] for i in frie if ut[i] < nedre[i]}
    over = {i: tak for i in frie if (tak := oevre[i]) is not None and ut[i] > tak}
    if sum(n - ut[i] for i, n in under.items()) > sum(ut[i] - n for i, n in over.items()):
        return under
    return over or under
