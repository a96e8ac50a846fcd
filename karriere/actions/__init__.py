"""Every change in the career guidance."""

from karriere.actions.sak import (
    angre_nei,
    flytt_til_senter,
    registrer_gjennomfoert,
    registrer_nei,
    sett_paa_vent,
    ta_av_vent,
    tildel,
)

__all__ = [
    "angre_nei",
    "flytt_til_senter",
    "registrer_gjennomfoert",
    "registrer_nei",
    "sett_paa_vent",
    "ta_av_vent",
    "tildel",
]
