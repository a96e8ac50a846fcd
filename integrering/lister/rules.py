"""What a cell of a file may hold. Pure."""

from __future__ import annotations

# A spreadsheet takes a text that begins with one of these for a formula, the full-width twins too.
FORMELTEGN = frozenset("=+-@\t\r\n＝＋－＠")
# Signs that show nothing, behind which a formula could hide.
_USYNLIG = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"
# The most characters a cell of Excel takes, and the most rows of a sheet below the heading.
MAKS_TEGN = 32_767
MAKS_RADER_XLSX = 1_048_575


def noeytraliser(tekst: str) -> str:
    """Return a text that no spreadsheet runs: one that looks like a formula gets an apostrophe before it.

    Only for texts; numbers and dates are written as what they are. Source: OWASP, «CSV Injection».
    """
    naken = tekst.lstrip(" \u00a0\v\f" + _USYNLIG)
    farlig = naken[:1] in FORMELTEGN if naken else False
    trygg = f"'{tekst}" if farlig else tekst
    return trygg if len(trygg) <= MAKS_TEGN else trygg[: MAKS_TEGN - 1] + "…"
