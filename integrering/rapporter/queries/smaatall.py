"""The threshold of small numbers."""

from __future__ import annotations

from integrering.rapporter.models import STANDARD_GRENSE, Smaatall


def grense() -> int:
    """Return the count below which numbers are hidden."""
    satt = Smaatall.objects.values_list("grense", flat=True).first()
    return satt or STANDARD_GRENSE
