"""What a stretch of days is worth, in whole kroner that always add up to the year's rate."""

from __future__ import annotations

from collections.abc import Iterable

Strekk = tuple[tuple[int, int], ...]
"""Day numbers of a grant year as half-open stretches `[a, b)`, in order, none touching the next."""


def opptjent_til(n: int, *, sats: int, dager_i_aaret: int) -> int:
    """Return R(n): the kroner earned by the first `n` days, sats·n/D rounded half up."""
    return (2 * sats * n + dager_i_aaret) // (2 * dager_i_aaret)


def verdi(strekk: Strekk, *, sats: int, dager_i_aaret: int) -> int:
    """Return the kroner of the days: R(b) − R(a) for each stretch `[a, b)`."""
    return sum(
        opptjent_til(b, sats=sats, dager_i_aaret=dager_i_aaret)
        - opptjent_til(a, sats=sats, dager_i_aaret=dager_i_aaret)
        for a, b in strekk
    )


def dager(strekk: Strekk) -> int:
    """Return the number of days."""
    return sum(b - a for a, b in strekk)


def slaa_sammen(biter: Iterable[tuple[int, int]]) -> Strekk:
    """Return the union of the pieces, empty ones dropped."""
    ut: list[tuple[int, int]] = []
    for a, b in sorted(bit for bit in biter if bit[0] < bit[1]):
        if ut and a <= ut[-1][1]:
            ut[-1] = (ut[-1][0], max(b, ut[-1][1]))
        else:
            ut.append((a, b))
    return tuple(ut)


def snitt(ene: Strekk, andre: Strekk) -> Strekk:
    """Return the days in both."""
    return slaa_sammen((max(a, c), min(b, d)) for a, b in ene for c, d in andre)


def uten(ene: Strekk, andre: Strekk) -> Strekk:
    """Return the days of the first that are not in the second."""
    biter = list(ene)
    for c, d in andre:
        biter = [bit for a, b in biter for bit in ((a, min(b, c)), (max(a, d), b)) if bit[0] < bit[1]]
    return slaa_sammen(biter)
