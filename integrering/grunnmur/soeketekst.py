"""Words as a search compares them, for small lists held in memory. Pure.

Persons are compared the same way by the database (`nir_ord`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# letters that are not an ordinary one with a mark on it
_BOKSTAVER = str.maketrans(
    {"å": "aa", "æ": "ae", "ø": "oe", "đ": "d", "ŧ": "t", "ŋ": "n", "ß": "ss", "ł": "l"}
)
_SKILLE = re.compile(r"[^\w%§]+")


@lru_cache(maxsize=4096)
def ord_i(tekst: str) -> tuple[str, ...]:
    """Return the words of a text: å = aa, æ = ae, ø = oe, no accents, parted at hyphens and the like."""
    lav = unicodedata.normalize("NFC", tekst).lower().translate(_BOKSTAVER)
    uten = "".join(t for t in unicodedata.normalize("NFD", lav) if not unicodedata.combining(t))
    return tuple(_SKILLE.sub(" ", uten).split())


def treffer(soekt: Iterable[str], ord_: Iterable[str]) -> bool:
    """Return True when each word that is searched for begins one of the others; False for no words."""
    andre, soekte = tuple(ord_), tuple(soekt)
    return bool(soekte) and all(any(o.startswith(s) for o in andre) for s in soekte)
