"""The dated rule values, as rules read them."""

from __future__ import annotations

from integrering.nir.models.regelverdi import Regelverdi
from integrering.nir.rules.regelsett import Regelsett


def regelsett() -> Regelsett:
    """Return all rule values (one query)."""
    return Regelsett.av(rad.som_rad() for rad in Regelverdi.objects.all())
