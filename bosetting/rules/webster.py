"""Whole persons by keys: bounded Webster (Sainte-Laguë), exact.

A municipality with the key q that has x persons stands in the queue for the next with q/(x+½). The persons
who are to be distributed go to those first in the queue, but none gets more than its upper bound or less than
its lower. That minimises Σ(x−t)²/q under the bounds, and one more in all never takes one from anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from bosetting.rules.glatt import glatt


@dataclass(frozen=True)
class Endring:
    """One limit that is moved. `plass` is the place in the rows, `nummer` the municipality if known."""

    plass: int
    fra: int
    til: int
    nummer: str = ""


@dataclass(frozen=True)
class Utvei:
    """A way out of limits that cannot be kept.

    `slag`: «ramme» (another total; the change has place −1), or the kind of limit that is moved.
    """

    slag: str
    endringer: tuple[Endring, ...]


class Umulig(Exception):
    """The limits cannot be kept.

    `mangler` > 0: the upper limits are too low by so many persons; < 0: the lower ones are too high.
    `utveier`: the cheapest ways out, each enough by itself, those that move fewest municipalities first.
    `hva`: «em» when it is the places for minors that are too few.
    """

    def __init__(self, mangler: int, utveier: tuple[Utvei, ...] = (), hva: str = "alle") -> None:
        super().__init__(f"{hva}: {mangler}")
        self.mangler = mangler
        self.utveier = utveier
        self.hva = hva


def fordel(
    noekler: Sequence[Fraction | int],
    nedre: Sequence[int],
    oevre: Sequence[int | None],
    antall: int,
    rang: Sequence[tuple[object, ...]] | None = None,
) -> list[int]:
    """Return how many of `antall` persons each row gets.

    Args:
        noekler: the key of each row, not negative. Rows with the key 0 get more than their lower bound only
            when all others are full, and then evenly.
        nedre: the least each may get.
        oevre: the most each may get; None is without a limit.
        antall: persons in all.
        rang: who goes first when two stand equal, least first; without it the first row does.

    Raises:
        Umulig: the bounds leave no answer.
        ValueError: lists of unequal length, negative numbers, or a lower bound above the upper.
    """
    _sjekk(noekler, nedre, oevre, antall)
    mangler = _mangler(nedre, oevre, antall)
    if mangler:
        raise Umulig(mangler, _utveier(noekler, nedre, oevre, antall, mangler))
    rekke = sorted(range(len(noekler)), key=lambda i: rang[i]) if rang else list(range(len(noekler)))
    q = som_heltall([noekler[i] for i in rekke])
    svar = fordel_heltall(q, [nedre[i] for i in rekke], [oevre[i] for i in rekke], antall)
    ut = [0] * len(rekke)
    for plass, i in enumerate(rekke):
        ut[i] = svar[plass]
    return ut


def som_heltall(tall: Sequence[Fraction | int]) -> list[int]:
    """Return the numbers times their least common denominator: the same ratios, faster to compare."""
    nevner = lcm(*(t.denominator for t in tall)) if tall else 1
    return [t.numerator * (nevner // t.denominator) for t in tall]


def fordel_heltall(
    q: Sequence[int], nedre: Sequence[int], oevre: Sequence[int | None], antall: int
) -> list[int]:
    """Return the persons of each row for whole keys, the first of equals first, for possible bounds."""
    tomme = [i for i, n in enumerate(q) if not n]
    if not tomme:
        return _fordel_positive(q, nedre, oevre, antall)
    fulle = [i for i, n in enumerate(q) if n]
    ut = list(nedre)
    hos_andre = antall - sum(nedre[i] for i in tomme)
    tak = [oevre[i] for i in fulle]
    mest = sum(t for t in tak if t is not None)
    rest = 0 if any(t is None for t in tak) else max(0, hos_andre - mest)
    for i, n in zip(fulle, _fordel_positive(*_ta(fulle, q, nedre, oevre), hos_andre - rest), strict=True):
        ut[i] = n
    if rest:
        _, lave, hoeye = _ta(tomme, q, nedre, oevre)
        jevnt = _fordel_positive([1] * len(tomme), lave, hoeye, rest + sum(lave))
        for i, n in zip(tomme, jevnt, strict=True):
            ut[i] = n
    return ut


def _ta(
    hvem: Sequence[int], q: Sequence[int], nedre: Sequence[int], oevre: Sequence[int | None]
) -> tuple[list[int], list[int], list[int | None]]:
    return [q[i] for i in hvem], [nedre[i] for i in hvem], [oevre[i] for i in hvem]


def _fordel_positive(
    q: Sequence[int], nedre: Sequence[int], oevre: Sequence[int | None], antall: int
) -> list[int]:
    """Jump to the rounded answer, then step one person at a time until nobody stands before anybody else."""
    if not q:
        return []
    x = _hopp(q, nedre, oevre, antall)
    i_alt = sum(x)
    while i_alt < antall:
        x[_neste(q, x, oevre)] += 1
        i_alt += 1
    while i_alt > antall:
        x[_siste(q, x, nedre)] -= 1
        i_alt -= 1
    while True:
        faar, gir = _neste(q, x, oevre), _siste(q, x, nedre)
        if faar < 0 or gir < 0 or not _foran(q, x, faar, gir):
            return x
        x[faar] += 1
        x[gir] -= 1


def _hopp(q: Sequence[int], nedre: Sequence[int], oevre: Sequence[int | None], antall: int) -> list[int]:
    """Where to start: near the answer. Floats, as the steps afterwards are exact."""
    stoerst = max(q)
    naer = glatt([n / stoerst for n in q], nedre, oevre, antall)
    return [_innenfor(round(n), lav, tak) for n, lav, tak in zip(naer, nedre, oevre, strict=True)]


def _innenfor(n: int, lav: int, tak: int | None) -> int:
    return max(lav, n if tak is None else min(n, tak))


def _neste(q: Sequence[int], x: Sequence[int], oevre: Sequence[int | None]) -> int:
    """Return who gets the next person: the largest q/(x+½), the first of equals; −1 when all are full."""
    best, tq, tn = -1, 0, 1
    for i, qi in enumerate(q):
        tak, n = oevre[i], 2 * x[i] + 1
        if (tak is None or x[i] < tak) and (best < 0 or qi * tn > tq * n):
            best, tq, tn = i, qi, n
    return best


def _siste(q: Sequence[int], x: Sequence[int], nedre: Sequence[int]) -> int:
    """Return who got the last person: the least q/(x−½), the last of equals; −1 when none can give."""
    sist, tq, tn = -1, 0, 1
    for i, qi in enumerate(q):
        n = 2 * x[i] - 1
        if x[i] > nedre[i] and (sist < 0 or qi * tn <= tq * n):
            sist, tq, tn = i, qi, n
    return sist


def _foran(q: Sequence[int], x: Sequence[int], faar: int, gir: int) -> bool:
    """Return whether the one who waits stands before the one who got the last person."""
    vil, har = q[faar] * (2 * x[gir] - 1), q[gir] * (2 * x[faar] + 1)
    return vil > har or (vil == har and faar < gir)


def _sjekk(
    noekler: Sequence[Fraction | int], nedre: Sequence[int], oevre: Sequence[int | None], antall: int
) -> None:
    if not len(noekler) == len(nedre) == len(oevre):
        raise ValueError("q, l, u")
    if antall < 0 or any(n < 0 for n in [*noekler, *nedre]):
        raise ValueError("< 0")
    if any(tak is not None and tak < lav for lav, tak in zip(nedre, oevre, strict=True)):
        raise ValueError("l > u")


def _mangler(nedre: Sequence[int], oevre: Sequence[int | None], antall: int) -> int:
    """Return how many persons the upper bounds lack, or minus what the lower ones have too many."""
    for_mange = sum(nedre) - antall
    if for_mange > 0:
        return -for_mange
    tak = [t for t in oevre if t is not None]
    return 0 if len(tak) < len(oevre) else max(0, antall - sum(tak))


def _utveier(
    noekler: Sequence[Fraction | int],
    nedre: Sequence[int],
    oevre: Sequence[int | None],
    antall: int,
    mangler: int,
) -> tuple[Utvei, ...]:
    """The ways out: another total; the limits moved where that strays least from the keys."""
    ramme = Utvei("ramme", (Endring(-1, antall, antall - mangler),))
    if not noekler:
        return (ramme,)
    slag, fra = ("tak", [t for t in oevre if t is not None]) if mangler > 0 else ("minst", list(nedre))
    ny = flytt_grenser(noekler, fra, antall)
    endringer = tuple(Endring(i, a, b) for i, (a, b) in enumerate(zip(fra, ny, strict=True)) if a != b)
    return (ramme, Utvei(slag, endringer))


def flytt_grenser(noekler: Sequence[Fraction | int], fra: Sequence[int], antall: int) -> list[int]:
    """Return limits with the sum `antall`, moved from `fra` in one direction, as near the keys as may be."""
    opp = antall >= sum(fra)
    nedre = list(fra) if opp else [0] * len(fra)
    oevre: list[int | None] = [None] * len(fra) if opp else list(fra)
    return fordel(noekler, nedre, oevre, antall)
