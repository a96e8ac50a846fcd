"""File names: only the name, never a path, and nothing that deceives the eye."""

from __future__ import annotations

import re
import unicodedata

LENGDE = 120
_ULOVLIG = re.compile(r'[<>:"|?*]')


def rens(navn: str) -> str:
    """Return the name to store: the last part of a path, without control and direction characters.

    Composed Unicode, at most 120 characters with the extension kept; «vedlegg» when nothing is left of it.
    """
    siste = re.split(r"[/\\]", unicodedata.normalize("NFC", navn))[-1]
    # category C: control, format (turns the reading direction), surrogates, unassigned
    synlig = "".join(t if unicodedata.category(t)[0] != "C" else " " for t in siste)
    rent = re.sub(r"\s+", " ", _ULOVLIG.sub(" ", synlig)).strip(" .")
    stamme, punktum, endelse = rent.rpartition(".")
    if not punktum:
        return rent[:LENGDE] or "vedlegg"
    endelse = endelse.strip()[:10]
    return f"{stamme.strip(' .')[: LENGDE - len(endelse) - 1] or 'vedlegg'}.{endelse}"
