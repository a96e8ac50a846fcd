"""Words that often tell of what should not be written freely: health, faith, politics, crime, sexuality.

A note may hold such things only when they are necessary (personvernforordningen articles 9 and 10;
integreringsloven § 41). The words warn, and stop nothing.
"""

from __future__ import annotations

import re

# Beginnings of words, bokmål and nynorsk; our own list. Occupations («sykepleier»), languages («russisk») and
# places («Kristiansund») are let through.
ORD: dict[str, tuple[str, ...]] = {
    "helse": (
        "s(?:y|ju)k(?!epl|ehus|ehj|evok)", "diagnos", "depresj", "angst", "traum", "ptsd", "psyk(?!olog)",
        "medisin(?:er|ar|en)?\\b", "gravid", "rus(?:en|middel|misbruk|avheng)?\\b", "avheng(?:ig|nad)",
        "funksjonsneds", "kreft", "s(?:e|jø)lvmord", "tortur",
    ),
    "tro": (
        "religi", "musli", "krist(?:en|ne|na|ent)", "jøde", "hindu", "buddh", "sikh", "ateist", "mosk[eé]",
        "konverter",
    ),
    "politikk": ("politisk", "partimedlem", "fagforen", "opposisjon"),
    "straff": ("straff", "dømt", "fengsel", "kriminel", "tiltalt", "siktet", "politianmeld", "politimeld"),
    "seksualitet": ("homofil", "lesbisk", "bifil", "transkjønn", "skeiv", "seksuel", "legning"),
}  # fmt: skip
_MOENSTER = re.compile(
    r"\b(?:" + "|".join(ord_ for emne in ORD.values() for ord_ in emne) + r")\w*", re.IGNORECASE
)


def foelsomme_ord(tekst: str) -> tuple[str, ...]:
    """Return the words of a text that may tell of what is sensitive, each once, in lower case."""
    return tuple(dict.fromkeys(treff.group().lower() for treff in _MOENSTER.finditer(tekst)))
