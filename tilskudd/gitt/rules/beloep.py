"""Shares of whole kroner. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def prosent_av(beloep: int, prosent: int) -> int:
    """Return the share in whole kroner, a half krone up (tilskudd.md T16: 5 % of 702 897 is 35 145)."""
    return (beloep * prosent + 50) // 100


def fordel(beloep: int, prosenter: Sequence[int]) -> list[int]:
    """Return an amount in parts; the last takes the rest, so the parts are the whole.

    Args:
        prosenter: what each part is of the whole; together 100.
    """
    deler = [prosent_av(beloep, p) for p in prosenter[:-1]]
    return [*deler, beloep - sum(deler)]
