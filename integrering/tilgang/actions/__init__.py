"""Changes to users' access, and the log of look-ups."""

from integrering.tilgang.actions.administrator import opprett_foerste_administrator
from integrering.tilgang.actions.brukere import (
    LIKEVEL,
    Hvem,
    Rollevalg,
    aapne_rolle,
    avslutt_sesjoner,
    deaktiver_bruker,
    endre_rolle,
    er_siste_administrator,
    inviter,
    send_paa_nytt,
    steng_rolle,
)
from integrering.tilgang.actions.innsyn import registrer_innsyn, registrer_innsyn_i_mange
from integrering.tilgang.actions.invitasjon import be_om_ny_invitasjon, ta_imot_invitasjon
from integrering.tilgang.actions.kodelister import ENDRES, kontroller_kode, lagre_kode
from integrering.tilgang.actions.minside import endre_min_side, velg_spraak
from integrering.tilgang.actions.passord import (
    be_om_nytt_passord,
    bytt_passord,
    finnes_lenken,
    velg_nytt_passord,
)
from integrering.tilgang.actions.utboks import legg_i_utboks, send_utboks
from integrering.tilgang.actions.virksomhet import opprett_virksomhet

__all__ = [
    "ENDRES",
    "LIKEVEL",
    "Hvem",
    "Rollevalg",
    "aapne_rolle",
    "avslutt_sesjoner",
    "be_om_ny_invitasjon",
    "be_om_nytt_passord",
    "bytt_passord",
    "deaktiver_bruker",
    "endre_min_side",
    "endre_rolle",
    "er_siste_administrator",
    "finnes_lenken",
    "inviter",
    "kontroller_kode",
    "lagre_kode",
    "legg_i_utboks",
    "opprett_foerste_administrator",
    "opprett_virksomhet",
    "registrer_innsyn",
    "registrer_innsyn_i_mange",
    "send_paa_nytt",
    "send_utboks",
    "steng_rolle",
    "ta_imot_invitasjon",
    "velg_nytt_passord",
    "velg_spraak",
]
