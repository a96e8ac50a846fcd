"""How far back history may be written. Upper floors set the limits (approved runs); this floor only asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Grense = Callable[[], datetime | None]

_GRENSER: list[Grense] = []


def registrer_historiegrense(grense: Grense) -> None:
    """Add a limit: the latest instant that is closed (nothing may be registered at it or before), or None."""
    if grense not in _GRENSER:
        _GRENSER.append(grense)


def historiegrense() -> datetime | None:
    """Return the latest closed instant of all limits, or None."""
    svar = [tid for grense in _GRENSER if (tid := grense()) is not None]
    return max(svar, default=None)
