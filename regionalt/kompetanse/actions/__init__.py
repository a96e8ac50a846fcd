"""Every change of courses and gatherings."""

from regionalt.kompetanse.actions.arrangement import (
    Arrangementsdata,
    aapne,
    avlys,
    endre_arrangement,
    lag_arrangement,
    merk_holdt,
    slett_utkast,
)
from regionalt.kompetanse.actions.eksempel import (
    Eksempeldata,
    endre_eksempel,
    kan_endre,
    lag_eksempel,
    sett_publisert,
)
from regionalt.kompetanse.actions.evaluering import (
    Evalueringsdata,
    evaluer,
    glem_hvem_som_svarte,
    kan_evalueres,
)
from regionalt.kompetanse.actions.filer import legg_ved, slett_fil
from regionalt.kompetanse.actions.nettverk import lagre_medlem, lagre_nettverk, slett_medlemsnavn
from regionalt.kompetanse.actions.oppmoete import sett_oppmoete
from regionalt.kompetanse.actions.paamelding import (
    Paameldingsdata,
    bekreft,
    meld_av,
    meld_paa,
    rykk_opp,
    slett_navn,
)

__all__ = [
    "Arrangementsdata",
    "Eksempeldata",
    "Evalueringsdata",
    "Paameldingsdata",
    "aapne",
    "avlys",
    "bekreft",
    "endre_arrangement",
    "endre_eksempel",
    "evaluer",
    "glem_hvem_som_svarte",
    "kan_endre",
    "kan_evalueres",
    "lag_arrangement",
    "lag_eksempel",
    "lagre_medlem",
    "lagre_nettverk",
    "legg_ved",
    "meld_av",
    "meld_paa",
    "merk_holdt",
    "rykk_opp",
    "sett_oppmoete",
    "sett_publisert",
    "slett_fil",
    "slett_medlemsnavn",
    "slett_navn",
    "slett_utkast",
]
