"""Norwegian public holidays (lov om helligdager og helligdagsfred § 2, and 1 and 17 May). Pure."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Helligdag(StrEnum):
    """Public holidays; the words stand in `tekster.py`."""

    NYTTAAR = "nyttaar"
    SKJAERTORSDAG = "skjaertorsdag"
    LANGFREDAG = "langfredag"
    PAASKEDAG_1 = "paaskedag_1"
    PAASKEDAG_2 = "paaskedag_2"
    MAI_1 = "mai_1"
    MAI_17 = "mai_17"
    HIMMELFART = "himmelfart"
    PINSEDAG_1 = "pinsedag_1"
    PINSEDAG_2 = "pinsedag_2"
    JULEDAG_1 = "juledag_1"
    JULEDAG_2 = "juledag_2"


_FASTE = {
    (1, 1): Helligdag.NYTTAAR,
    (5, 1): Helligdag.MAI_1,
    (5, 17): Helligdag.MAI_17,
    (12, 25): Helligdag.JULEDAG_1,
    (12, 26): Helligdag.JULEDAG_2,
}
# Days from Easter Sunday.
_BEVEGELIGE = {
    -3: Helligdag.SKJAERTORSDAG,
    -2: Helligdag.LANGFREDAG,
    0: Helligdag.PAASKEDAG_1,
    1: Helligdag.PAASKEDAG_2,
    39: Helligdag.HIMMELFART,
    49: Helligdag.PINSEDAG_1,
    50: Helligdag.PINSEDAG_2,
}


def paaskedag(aar: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous algorithm, Nature 1876)."""
    a, (b, c) = aar % 19, divmod(aar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    maaned = (h + m - 7 * n + 90) // 25
    return date(aar, maaned, (h + m - 7 * n + 33 * maaned + 19) % 32)


def helligdag(dag: date) -> Helligdag | None:
    """Return which public holiday the day is. 17 May or 1 May on a moving holiday keeps its own name."""
    fast = _FASTE.get((dag.month, dag.day))
    return fast or _BEVEGELIGE.get((dag - paaskedag(dag.year)) // timedelta(days=1))
