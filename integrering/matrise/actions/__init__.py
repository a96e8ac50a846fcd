"""Everything that changes: who registers what, snapshots, decision points."""

from integrering.matrise.actions.ansvar import fordel
from integrering.matrise.actions.bilde import Bildedata, bestill_bilde, frys
from integrering.matrise.actions.punkt import (
    Punktdata,
    avslutt_punkt,
    endre_punkt,
    gjenaapne_punkt,
    nytt_punkt,
)
from integrering.matrise.actions.vedlegg import legg_ved_punktet, slett_vedlegg

__all__ = [
    "Bildedata",
    "Punktdata",
    "avslutt_punkt",
    "bestill_bilde",
    "endre_punkt",
    "fordel",
    "frys",
    "gjenaapne_punkt",
    "legg_ved_punktet",
    "nytt_punkt",
    "slett_vedlegg",
]
