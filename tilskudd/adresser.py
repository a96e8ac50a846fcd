"""Values in addresses."""

from __future__ import annotations

from integrering.grunnmur.kvartal import Kvartal


class KvartalIAdresse:
    """A quarter as «2026-3»."""

    regex = r"\d{4}-[1-4]"

    def to_python(self, value: str) -> Kvartal:
        """Read it; ValueError (a 404) outside our time."""
        return Kvartal.fra_slug(value)

    def to_url(self, value: Kvartal | str) -> str:
        """Write it; a text is written already."""
        return value.slug if isinstance(value, Kvartal) else value


class MottakerIAdresse:
    """A recipient's short code: «K5001» or «F50»."""

    regex = r"K\d{4}|F\d{2}"

    def to_python(self, value: str) -> str:
        """Return the code."""
        return value

    def to_url(self, value: str) -> str:
        """Write it."""
        return value
