"""Every change in the career guidance."""

from karriere.actions.henvisning import Henvisningsdata, etterspoer, lagre_henvisning, ta_av_fil
from karriere.actions.kvalitet import Kvalitetsdata, svar_om_kvalitet
from karriere.actions.notat import Notatdata, gjoer_ferdig, kast_utkast, lagre_utkast
from karriere.actions.overlevering import merk_lest, merk_registrert, minn_om, overlever, svar_om_notat
from karriere.actions.sak import (
    angre_nei,
    flytt_til_senter,
    merk_invitert,
    registrer_gjennomfoert,
    registrer_nei,
    sett_paa_vent,
    ta_av_vent,
    tildel,
)
from karriere.actions.samtale import (
    Samtaledata,
    avlys_samtale,
    endre_samtale,
    flytt_samtale,
    foer_oppmoete,
    legg_til_i_gruppe,
    ny_samtale,
    ta_ut_av_gruppe,
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
    "Kvalitetsdata",
    "Notatdata",
    "Samtaledata",
    "Senterdata",
    "angre_nei",
    "avlys_samtale",
    "avslutt_veileder",
    "endre_samtale",
    "etterspoer",
    "fjern_uke",
    "flytt_samtale",
    "flytt_til_senter",
    "foer_oppmoete",
    "gjoer_ferdig",
    "kast_utkast",
    "lagre_henvisning",
    "lagre_senter",
    "lagre_utkast",
    "legg_til_i_gruppe",
    "legg_til_veileder",
    "merk_invitert",
    "merk_lest",
    "merk_registrert",
    "minn_om",
    "ny_samtale",
    "overlever",
    "registrer_gjennomfoert",
    "registrer_nei",
    "sett_paa_vent",
    "sett_uke",
    "svar_om_kvalitet",
    "svar_om_notat",
    "ta_av_fil",
    "ta_av_vent",
    "ta_ut_av_gruppe",
    "tildel",
]
