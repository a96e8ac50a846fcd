"""Every change to rates and runs: keyword-only, atomic, and each checks who may.

Tilskuddsrådgiver calculates and sends; tilskuddsgodkjenner approves; never the same person.
"""

from tilskudd.actions.aapning import Aapningslinje, foer_aapningskjoering
from tilskudd.actions.beregning import beregn_kjoering, start_beregning
from tilskudd.actions.bokkontroll import lagre_bokkontroll, start_bokkontroll
from tilskudd.actions.godkjenning import forkast, godkjenn, merk_utbetalt, send_til_godkjenning
from tilskudd.actions.kommuneoppgave import send_kommuneoppgave
from tilskudd.actions.satser import lagre_sats, slett_sats
from tilskudd.actions.satsforslag import avvis_sats, trekk_sats, vedta_sats
from tilskudd.actions.utkast import lag_utkast

__all__ = [
    "Aapningslinje",
    "avvis_sats",
    "beregn_kjoering",
    "foer_aapningskjoering",
    "forkast",
    "godkjenn",
    "lag_utkast",
    "lagre_bokkontroll",
    "lagre_sats",
    "merk_utbetalt",
    "send_kommuneoppgave",
    "send_til_godkjenning",
    "slett_sats",
    "start_beregning",
    "start_bokkontroll",
    "trekk_sats",
    "vedta_sats",
]
