"""Every change in the career guidance."""

from karriere.actions.henvisning import Henvisningsdata, etterspoer, lagre_henvisning, ta_av_fil
from karriere.actions.notat import Notatdata, gjoer_ferdig, kast_utkast, lagre_utkast
from karriere.actions.overlevering import merk_lest, merk_registrert, minn_om, overlever
from karriere.actions.sak import (
    angre_nei,
    flytt_til_senter,
    registrer_gjennomfoert,
    registrer_nei,
    sett_paa_vent,
    ta_av_vent,
    tildel,
)
from karriere.actions.senter import (
    Senterdata,
    avslutt_veileder,
    fjern_uke,
    lagre_senter,
    legg_til_veileder,
    sett_uke,
)

__all__ = [
    "Henvisningsdata",
    "Notatdata",
    "Senterdata",
    "angre_nei",
    "avslutt_veileder",
    "etterspoer",
    "fjern_uke",
    "flytt_til_senter",
    "gjoer_ferdig",
    "kast_utkast",
    "lagre_henvisning",
    "lagre_senter",
    "lagre_utkast",
    "legg_til_veileder",
    "merk_lest",
    "merk_registrert",
    "minn_om",
    "overlever",
    "registrer_gjennomfoert",
    "registrer_nei",
    "sett_paa_vent",
    "sett_uke",
    "ta_av_fil",
    "ta_av_vent",
    "tildel",
]
