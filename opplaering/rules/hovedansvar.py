"""Who has the main responsibility for a combination class (integreringsloven § 30 second paragraph). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from opplaering.rules.ansvar import Hovedansvar


@dataclass(frozen=True)
class Avgjoerelse:
    """A decision: what, from which day, and its number in the order they were written."""

    ansvar: Hovedansvar
    fra: date
    nr: int = 0


def gjelder_paa(avgjoerelser: Iterable[Avgjoerelse], dag: date) -> Avgjoerelse | None:
    """Return the decision that holds on a day: the newest beginning; of one day, the one written last."""
    begynt = [a for a in avgjoerelser if a.fra <= dag]
    return max(begynt, key=lambda a: (a.fra, a.nr), default=None)


@dataclass(frozen=True)
class Klassetid:
    """How long a combination class lasts, and the first day a decision on it holds from, if any."""

    fra: date
    til: date
    avgjort_fra: date | None


def avgjoerelse_mangler(klasse: Klassetid, dag: date) -> bool:
    """Return True when no decision holds on the day (before the class begins: on its first day) (§ 30).

    «Cannot be decided» is a decision. A class that is over needs none.
    """
    if klasse.til < dag:
        return False
    return klasse.avgjort_fra is None or klasse.avgjort_fra > max(dag, klasse.fra)
