"""Who has the main responsibility for a combination class (integreringsloven § 30 second paragraph). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Hovedansvarlig(StrEnum):
    """What was decided."""

    FYLKE = "fylke"
    KOMMUNE = "kommune"
    UAVKLART = "uavklart"


@dataclass(frozen=True)
class Avgjoerelse:
    """A decision: what, from which day, and its number in the order they were written."""

    ansvar: Hovedansvarlig
    fra: date
    nr: int = 0


def gjelder_paa(avgjoerelser: Iterable[Avgjoerelse], dag: date) -> Avgjoerelse | None:
    """Return the decision that holds on a day: the newest beginning; of one day, the one written last."""
    begynt = [a for a in avgjoerelser if a.fra <= dag]
    return max(begynt, key=lambda a: (a.fra, a.nr), default=None)


def fylket_har_ansvaret(avgjoerelse: Avgjoerelse | None) -> bool:
    """Return True unless it is decided that the municipality has it.

    What cannot be decided is the county's unless something else is agreed, and so is what nobody has decided.
    """
    return avgjoerelse is None or avgjoerelse.ansvar is not Hovedansvarlig.KOMMUNE
