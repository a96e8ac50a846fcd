"""Parts of addresses: a municipality by its number, a day."""

from __future__ import annotations

from datetime import date

from django.urls import register_converter


class Kommunenummer:
    """Four digits."""

    regex = r"\d{4}"

    def to_python(self, verdi: str) -> str:
        """Return the number as it stands."""
        return verdi

    def to_url(self, verdi: str) -> str:
        """Write the number."""
        return verdi


class Dag:
    """2026-02-28; what is no day in the calendar is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, verdi: str) -> date:
        """Return the day. Raises ValueError."""
        return date.fromisoformat(verdi)

    def to_url(self, verdi: date | str) -> str:
        """Write the day."""
        return verdi.isoformat() if isinstance(verdi, date) else verdi


def registrer() -> None:
    """Make the parts known to `path`."""
    register_converter(Kommunenummer, "kommunenummer")
    register_converter(Dag, "dag")
