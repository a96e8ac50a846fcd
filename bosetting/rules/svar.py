"""What an answer must say before it is sent, and when it is a task. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Brudd = Literal["antall_mangler", "for_mange_mindreaarige"]


@dataclass(frozen=True)
class Svarfakta:
    """What decides whether a municipality has something to answer: the round takes answers, and when by."""

    aapen: bool
    svart: bool
    frist: date | None


def brudd_i_svar(antall: int | None, under_15: int | None, fra_15: int | None) -> Brudd | None:
    """Return what is wrong with the numbers of an answer; the minors are a part of the number."""
    if antall is None:
        return "antall_mangler"
    return "for_mange_mindreaarige" if (under_15 or 0) + (fra_15 or 0) > antall else None


def skal_svare(f: Svarfakta) -> bool:
    """Return True while a municipality should answer."""
    return f.aapen and not f.svart
