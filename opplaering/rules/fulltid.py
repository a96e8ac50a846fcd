"""Full time in upper secondary. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from integrering.nir.rules.vgo import er_fulltid


@dataclass(frozen=True)
class Fulltid:
    """Whether it is full time, and whether that was decided by hand."""

    ja: bool
    bestemt_for_haand: bool


def fulltid(timer: Decimal, overstyrt: bool | None = None) -> Fulltid:
    """Return whether so many hours of teaching a week are full time: at least 30 (IMDi).

    Args:
        timer: hours of teaching a week.
        overstyrt: what was decided by hand, with a reason, where the hours give the wrong answer.
    """
    if overstyrt is not None:
        return Fulltid(ja=overstyrt, bestemt_for_haand=True)
    return Fulltid(ja=er_fulltid(timer, False, False), bestemt_for_haand=False)
