"""A random sample that anybody can draw again from its seed and its frame. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

SPREDNING = 10**9
"""Seeds are numbers from 0 up to this."""


def trekk(ramme: Iterable[str], *, antall: int, froe: int) -> list[str]:
    """Return `antall` of the frame: those whose SHA-256 of «seed:key» come first, in that order.

    The same seed and frame give the same sample on any machine, whatever the order of the frame.
    """
    return sorted(set(ramme), key=lambda noekkel: _plass(froe, noekkel))[:antall]


def _plass(froe: int, noekkel: str) -> str:
    return hashlib.sha256(f"{froe}:{noekkel}".encode()).hexdigest()


def rammens_sum(ramme: Iterable[str]) -> str:
    """Return the SHA-256 of the frame: its keys in order, one a line."""
    return hashlib.sha256("".join(f"{noekkel}\n" for noekkel in sorted(set(ramme))).encode()).hexdigest()
