"""Numbers that point out a person, in what people type in free text. Pure."""

from __future__ import annotations

import re

# A national identity number or D-number (6 + 5 digits), or a DUF number (4 + 6 + 2).
_NUMMER = re.compile(r"(?<!\d)(?:\d{6}[ .\-]?\d{5}|\d{4}[ .]?\d{6}[ .]?\d{2})(?!\d)")
# A birth date or more: no title needs six digits in a row.
_SEKS = re.compile(r"\d{6}")


def har_nummer(tekst: str) -> bool:
    """Return True when the text seems to hold an identity number or a DUF number."""
    return bool(_NUMMER.search(tekst))


def har_siffer_i_tittel(tittel: str) -> bool:
    """Return True when a title holds so many digits that they may be about a person."""
    return bool(_SEKS.search(tittel)) or har_nummer(tittel)
