"""What must be in order before a recommendation goes to approval. Pure.

The share is our own practice: a change of more than a quarter since the last request is explained in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

# A change larger than this share of the last number is explained.
STOR_ENDRING = Fraction(1, 4)


@dataclass(frozen=True)
class Anbefalt:
    """A number beside the last request (None: not known), and whether there is a reason for it."""

    navn: str
    antall: int
    em: int
    forrige: int | None
    grunn: bool


def trenger_grunn(antall: int, forrige: int | None) -> bool:
    """Return True when the number differs by more than a quarter from the last one."""
    return (
        forrige is not None
        and abs(antall - forrige) * STOR_ENDRING.denominator > forrige * STOR_ENDRING.numerator
    )


def uten_grunn(rader: Sequence[Anbefalt]) -> list[str]:
    """Return the names of those that need a reason and have none."""
    return [r.navn for r in rader if trenger_grunn(r.antall, r.forrige) and not r.grunn]


def i_rammen(rader: Sequence[Anbefalt], ramme: int, em_ramme: int) -> bool:
    """Return True when the numbers are the frame, and the minors theirs."""
    return sum(r.antall for r in rader) == ramme and sum(r.em for r in rader) == em_ramme
