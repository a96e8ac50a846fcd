"""Logs without personal data: PostgreSQL quotes the row that failed in its messages, so they are cut."""

from __future__ import annotations

import logging
import re

# «DETAIL: Key (duf)=(…) already exists.», «LINE 1: INSERT … VALUES (…)»: as text or inside JSON.
_VERDIER = re.compile(r"(^|\\n|\n)[ \t]*(DETAIL|CONTEXT|STATEMENT|LINE \d+):.*?(?=\\n|\n|\"|$)")
_SITERT = re.compile(r"(invalid input syntax for type [\w ]+|out of range|value): \\?\".*?\\?\"")


# The key of a link in an e-mail, in an address.
_NOEKKEL = re.compile(r"(/(?:invitasjon|nytt-passord)/)[^/\s\"?#]+")


def uten_verdier(tekst: str) -> str:
    """Return the text without the parts of a database message that quote data, and without keys of links."""
    return uten_noekler(_SITERT.sub(r"\1: …", _VERDIER.sub(r"\1\2: …", tekst)))


def uten_noekler(tekst: str) -> str:
    """Return the text without the keys of links in e-mail."""
    return _NOEKKEL.sub(r"\1…", tekst)


class UtenVerdier(logging.Formatter):
    """Writes one event; traceback and message go through `uten_verdier`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return uten_verdier(super().format(record))
