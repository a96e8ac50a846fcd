"""Logs without personal data: PostgreSQL quotes the row that failed in its messages, so they are cut."""

from __future__ import annotations

import logging
import re

# «DETAIL: Key (duf)=(…) already exists.», «LINE 1: INSERT … VALUES (…)»: as text or inside JSON.
_VERDIER = re.compile(r"(^|\\n|\n)[ \t]*(DETAIL|CONTEXT|STATEMENT|LINE \d+):.*?(?=\\n|\n|\"|$)")
_SITERT = re.compile(r"(invalid input syntax for type [\w ]+|out of range|value): \\?\".*?\\?\"")


def uten_verdier(tekst: str) -> str:
    """Return the text without the parts of a database message that quote data."""
    return _SITERT.sub(r"\1: …", _VERDIER.sub(r"\1\2: …", tekst))


class UtenVerdier(logging.Formatter):
    """Writes one event; traceback and message go through `uten_verdier`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return uten_verdier(super().format(record))
