"""Every change to rates and runs: keyword-only, atomic, and each checks who may.

Tilskuddsrådgiver calculates and sends; tilskuddsgodkjenner approves; never the same person.
"""

from tilskudd.actions.aapning import Aapningslinje, foer_aapningskjoering
from tilskudd.actions.beregning import beregn_kjoering, start_beregning
from tilskudd.actions.godkjenning import forkast, godkjenn, merk_utbetalt, send_til_godkjenning
from tilskudd.actions.satser import lagre_sats, slett_sats

__all__ = [
    "Aapningslinje",
    "beregn_kjoering",
    "foer_aapningskjoering",
    "forkast",
    "godkjenn",
    "lagre_sats",
    "merk_utbetalt",
    "send_til_godkjenning",
    "slett_sats",
    "start_beregning",
]
