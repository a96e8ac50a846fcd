"""Every change to classes, and the registrations made for many at once: one function named by its verb."""

from integrering.klasser.actions.felles import KILDE, er_eier, kan_ha_klasser
from integrering.klasser.actions.flere import registrer_for_flere
from integrering.klasser.actions.klasse import Klassedata, endre_klasse, lag_klasse
from integrering.klasser.actions.laas import laas_maaned, laas_opp_maaned
from integrering.klasser.actions.linjer import Lagret, Linje, Linjebrudd, Rutekonflikt, lagre_linjer
from integrering.klasser.actions.medlemmer import Lagt, avslutt, flytt, fordel, legg_til, ta_ut
from integrering.klasser.actions.rutenett import lagre_proever, lagre_timer

__all__ = [
    "KILDE",
    "Klassedata",
    "Lagret",
    "Lagt",
    "Linje",
    "Linjebrudd",
    "Rutekonflikt",
    "avslutt",
    "endre_klasse",
    "er_eier",
    "flytt",
    "fordel",
    "kan_ha_klasser",
    "laas_maaned",
    "laas_opp_maaned",
    "lag_klasse",
    "lagre_linjer",
    "lagre_proever",
    "lagre_timer",
    "legg_til",
    "registrer_for_flere",
    "ta_ut",
]
