"""Every change: drafts, sending, receipts, reminders, hand-overs, requests for information."""

from integrering.utveksling.meldinger.actions.flere import Enkeltmelding, send_mange
from integrering.utveksling.meldinger.actions.forespoersel import (
    avgjoer_forespoersel,
    registrer_forespoersel,
    rett_forespoersel,
)
from integrering.utveksling.meldinger.actions.mottak import aapne, kvitter
from integrering.utveksling.meldinger.actions.overlevering import Overlevert, registrer_overlevering
from integrering.utveksling.meldinger.actions.purring import purr, purr_automatisk
from integrering.utveksling.meldinger.actions.sending import hindre_for_sending, kontroller, send
from integrering.utveksling.meldinger.actions.utkast import Innhold, lagre_utkast, slett_utkast

__all__ = [
    "Enkeltmelding",
    "Innhold",
    "Overlevert",
    "aapne",
    "avgjoer_forespoersel",
    "hindre_for_sending",
    "kontroller",
    "kvitter",
    "lagre_utkast",
    "purr",
    "purr_automatisk",
    "registrer_forespoersel",
    "registrer_overlevering",
    "rett_forespoersel",
    "send",
    "send_mange",
    "slett_utkast",
]
