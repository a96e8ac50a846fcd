"""Reads of the clients."""

from __future__ import annotations

from dataclasses import dataclass

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang import queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api.models import Apiklient
from integrering.tilgang.models import Virksomhet


@dataclass(frozen=True)
class Rad:
    """A municipality, and the system that has a token there."""

    kommune: Virksomhet
    klient: Apiklient | None


def fagsystemer(av: Aktoer) -> list[Rad]:
    """Return the municipalities this one manages, by name."""
    kommuner = queries.forvaltes_av(av).filter(type="kommune", aktiv=True)
    aapne = {k.virksomhet_id: k for k in Apiklient.objects.filter(trukket__isnull=True)}
    return [Rad(k, aapne.get(k.pk)) for k in kommuner.order_by(Alfabetisk("navn"), "nummer")]
