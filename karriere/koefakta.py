"""From a case as it is stored to what the rules of the queue ask."""

from __future__ import annotations

from integrering.grunnmur import visning
from karriere.models import Sak
from karriere.rules.koe import Koefakta


def fakta_om(sak: Sak) -> Koefakta:
    """Return what decides where a case stands. Sessions are days in Oslo."""
    return Koefakta(
        maalgruppe=sak.maalgruppe,
        frist=sak.frist,
        gjennomfoert=sak.gjennomfoert,
        takket_nei=sak.takket_nei,
        neste_samtale=visning.lokal_dato(sak.neste_samtale) if sak.neste_samtale else None,
        paa_vent_til=sak.paa_vent_til,
    )
