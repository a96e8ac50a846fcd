"""What may be paid, what is to be paid back, and when it is over. Pure; whole kroner."""

from __future__ import annotations

from tilskudd.gitt.rules.beloep import fordel


def kan_betales(*, vedtatt: int, foerste_del: int, betalt: int, brukt: int | None) -> int:
    """Return how much may be paid now.

    Args:
        foerste_del: per cent that is paid before the report.
        betalt: what is paid or registered to be paid already.
        brukt: what the approved report says is used of the grant; None before it is approved.
    """
    tak = fordel(vedtatt, (foerste_del, 100 - foerste_del))[0] if brukt is None else min(vedtatt, brukt)
    return max(0, tak - betalt)


def til_tilbakebetaling(*, betalt: int, brukt: int | None) -> int:
    """Return what is paid and not used; all of it when no report is approved."""
    return max(0, betalt - (brukt or 0))
