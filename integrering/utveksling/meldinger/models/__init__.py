"""Tables: threads and their messages, drafts, what is handed over by hand, requests for information."""

from integrering.utveksling.meldinger.models.forespoersel import (
    Forespoersel,
    Forespoerselhendelse,
    Forespoerselperson,
    Forespoerselvedlegg,
)
from integrering.utveksling.meldinger.models.melding import Melding, Meldingsvedlegg, Mottak, Purring
from integrering.utveksling.meldinger.models.overlevering import Overlevering
from integrering.utveksling.meldinger.models.samtale import Deltaker, Saksteller, Samtale
from integrering.utveksling.meldinger.models.utkast import Utkast, Utkastvedlegg

__all__ = [
    "Deltaker",
    "Forespoersel",
    "Forespoerselhendelse",
    "Forespoerselperson",
    "Forespoerselvedlegg",
    "Melding",
    "Meldingsvedlegg",
    "Mottak",
    "Overlevering",
    "Purring",
    "Saksteller",
    "Samtale",
    "Utkast",
    "Utkastvedlegg",
]
