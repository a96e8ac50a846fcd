"""Every change to the queue."""

from integrering.oppgaver.actions.arbeid import (
    Oppgavekonflikt,
    Utfoert,
    Valgt,
    angre,
    gi_videre,
    kontroller_vent,
    sett_paa_vent,
    ta_opp_igjen,
    tildel,
)
from integrering.oppgaver.actions.innstilling import endre_innstilling
from integrering.oppgaver.actions.utregning import (
    oppdater_kilde,
    personer_endret,
    regn_ut_i_bakgrunnen,
    status_regnet,
)
from integrering.oppgaver.actions.vikariat import avslutt_vikariat, registrer_vikariat

__all__ = [
    "Oppgavekonflikt",
    "Utfoert",
    "Valgt",
    "angre",
    "avslutt_vikariat",
    "endre_innstilling",
    "gi_videre",
    "kontroller_vent",
    "oppdater_kilde",
    "personer_endret",
    "registrer_vikariat",
    "regn_ut_i_bakgrunnen",
    "sett_paa_vent",
    "status_regnet",
    "ta_opp_igjen",
    "tildel",
]
