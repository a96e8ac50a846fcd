"""Receipts of what was registered for many."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from integrering.klasser.models import Fellesregistrering
from integrering.nir.faktatyper import Faktatype


def finn_kvittering(innsending: UUID) -> Fellesregistrering | None:
    """Return a receipt of one's own organisation."""
    return Fellesregistrering.objects.select_related("av").filter(noekkel=innsending).first()


def registreringene(kvittering: Fellesregistrering, slag: Faktatype) -> list[Any]:
    """Return the first versions of what was registered, by name: as it was when the receipt was made."""
    rader = slag.rader.filter(registrering_id__in=kvittering.registreringer, aarsak="", annullert=False)
    return list(rader.select_related("person").order_by("person__sortering", "person_id"))
