"""Every change of meetings, points, slots and calendars."""

from integrering.utveksling.moeter.actions.abonnement import nytt_abonnement, tilbakekall_abonnement
from integrering.utveksling.moeter.actions.deltakere import meld_paa
from integrering.utveksling.moeter.actions.faste import (
    endre_fast_tid,
    lag_alle_moeter,
    lag_fast_tid,
    lag_moeter,
    legg_til_unntak,
    slett_unntak,
)
from integrering.utveksling.moeter.actions.felles import Moetedata, Tidsdata
from integrering.utveksling.moeter.actions.moete import avlys, endre_moete, kall_inn, lag_neste, merk_avholdt
from integrering.utveksling.moeter.actions.personer import legg_til_personer, ta_ut_person
from integrering.utveksling.moeter.actions.punkt import (
    avslutt_punkt,
    endre_punkt,
    gjenaapne_punkt,
    nytt_punkt,
    viderefoer,
)
from integrering.utveksling.moeter.actions.referat import godkjenn_referat, rett_referat, skriv_referat
from integrering.utveksling.moeter.actions.vedlegg import legg_ved_moetet, slett_vedlegg

__all__ = [
    "Moetedata",
    "Tidsdata",
    "avlys",
    "avslutt_punkt",
    "endre_fast_tid",
    "endre_moete",
    "endre_punkt",
    "gjenaapne_punkt",
    "godkjenn_referat",
    "kall_inn",
    "lag_alle_moeter",
    "lag_fast_tid",
    "lag_moeter",
    "lag_neste",
    "legg_til_personer",
    "legg_til_unntak",
    "legg_ved_moetet",
    "meld_paa",
    "merk_avholdt",
    "nytt_abonnement",
    "nytt_punkt",
    "rett_referat",
    "skriv_referat",
    "slett_unntak",
    "slett_vedlegg",
    "ta_ut_person",
    "tilbakekall_abonnement",
    "viderefoer",
]
