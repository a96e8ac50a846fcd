"""Every change of the settlement."""

from bosetting.actions.beregning import begrunn, beregn_runden
from bosetting.actions.bord import Radbrudd, lagre_bord
from bosetting.actions.frist import Fristdata, endre_frist, ny_frist
from bosetting.actions.godkjenning import gaa_videre, godkjenn, revider, send_til_godkjenning, send_tilbake
from bosetting.actions.grunnlag import hent_grunnlag
from bosetting.actions.kommune import Kommunedata, endre_kommune
from bosetting.actions.kriterium import (
    Kriteriedata,
    endre_kriterium,
    legg_inn_kjente,
    nytt_kriterium,
    slett_kriterium,
)
from bosetting.actions.moete import knytt_moete
from bosetting.actions.purring import minn_om_svar, steng_svar
from bosetting.actions.runde import Rundedata, endre_runde, ny_runde
from bosetting.actions.scenario import lagre_scenario
from bosetting.actions.svar import Svardata, lagre_svar, registrer_svar
from bosetting.actions.tilstand import start_dialog, tilbake_til_utkast

__all__ = [
    "Fristdata",
    "Kommunedata",
    "Kriteriedata",
    "Radbrudd",
    "Rundedata",
    "Svardata",
    "begrunn",
    "beregn_runden",
    "endre_frist",
    "endre_kommune",
    "endre_kriterium",
    "endre_runde",
    "gaa_videre",
    "godkjenn",
    "hent_grunnlag",
    "knytt_moete",
    "lagre_bord",
    "lagre_scenario",
    "lagre_svar",
    "legg_inn_kjente",
    "minn_om_svar",
    "ny_frist",
    "ny_runde",
    "nytt_kriterium",
    "registrer_svar",
    "revider",
    "send_til_godkjenning",
    "send_tilbake",
    "slett_kriterium",
    "start_dialog",
    "steng_svar",
    "tilbake_til_utkast",
]
