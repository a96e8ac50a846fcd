"""Points by criteria, where two assessors differ, and how long one may complain. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MEST = 5
# Points apart that are worth talking about.
UENIG = 2
# Forvaltningsloven § 29: three weeks from the decision has come. Here it comes the day it is made.
KLAGEFRIST = timedelta(weeks=3)


def poengsum(poeng: Mapping[int, int], vekter: Mapping[int, int]) -> int:
    """Return the weighted points as per cent of the most there can be, a half up.

    Args:
        poeng, vekter: criterion → points from 1 to 5, and weight in per cent (together 100).
    """
    sum_ = sum(poeng[k] * vekt for k, vekt in vekter.items())
    return (2 * sum_ + MEST) // (2 * MEST)


@dataclass(frozen=True)
class Sammenlikning:
    """One criterion in two assessments."""

    kriterium: int
    foerste: int
    andre: int

    @property
    def uenige(self) -> bool:
        """True when they are far apart."""
        return abs(self.foerste - self.andre) >= UENIG


def sammenlikn(foerste: Mapping[int, int], andre: Mapping[int, int]) -> list[Sammenlikning]:
    """Return the criteria side by side, in the order of the first."""
    return [Sammenlikning(k, p, andre[k]) for k, p in foerste.items()]


def siste_klagedag(vedtatt: date) -> date:
    """Return the last day of complaint (forvaltningsloven § 29)."""
    return vedtatt + KLAGEFRIST
