"""Every change of the settlement."""

from bosetting.actions.bord import Radbrudd, lagre_bord
from bosetting.actions.frist import Fristdata, endre_frist, ny_frist
from bosetting.actions.grunnlag import hent_grunnlag
from bosetting.actions.kommune import Kommunedata, endre_kommune
from bosetting.actions.kriterium import (
    Kriteriedata,
    endre_kriterium,
    legg_inn_kjente,
    nytt_kriterium,
    slett_kriterium,
)
from bosetting.actions.runde import Rundedata, endre_runde, ny_runde
from bosetting.actions.tilstand import start_dialog, tilbake_til_utkast

__all__ = [
    "Fristdata",
    "Kommunedata",
    "Kriteriedata",
    "Radbrudd",
    "Rundedata",
    "endre_frist",
    "endre_kommune",
    "endre_kriterium",
    "endre_runde",
    "hent_grunnlag",
    "lagre_bord",
    "legg_inn_kjente",
    "ny_frist",
    "ny_runde",
    "nytt_kriterium",
    "slett_kriterium",
    "start_dialog",
    "tilbake_til_utkast",
]
