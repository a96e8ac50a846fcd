"""Every change to what the county applies for: keyword-only, atomic, and each checks who may.

A tilskuddsrådgiver writes, sends and reports; a tilskuddsgodkjenner who has not written it approves.
"""

from tilskudd.soekt.actions.bruk import Bruksdata, annuller_bruk, foer_bruk
from tilskudd.soekt.actions.innhold import (
    Partnerdata,
    Svar,
    lagre_budsjett,
    lagre_partner,
    lagre_svar,
    slett_partner,
)
from tilskudd.soekt.actions.innsending import gjoer_klar, godkjenn, send, send_tilbake
from tilskudd.soekt.actions.rapport import Rapportdata, avslutt, lagre_rapport, lever_rapport
from tilskudd.soekt.actions.resultater import Metodedata, lagre_metode, lagre_resultater
from tilskudd.soekt.actions.soeknad import Tiltaksdata, endre_soeknad, lag_soeknad, trekk
from tilskudd.soekt.actions.utlysning import Utlysningsdata, endre_utlysning, lag_utlysning
from tilskudd.soekt.actions.vedlegg import legg_ved, ta_av
from tilskudd.soekt.actions.vedtak import Vedtaksdata, endre_rapportfrist, foer_vedtak, start

__all__ = [
    "Bruksdata",
    "Metodedata",
    "Partnerdata",
    "Rapportdata",
    "Svar",
    "Tiltaksdata",
    "Utlysningsdata",
    "Vedtaksdata",
    "annuller_bruk",
    "avslutt",
    "endre_rapportfrist",
    "endre_soeknad",
    "endre_utlysning",
    "foer_bruk",
    "foer_vedtak",
    "gjoer_klar",
    "godkjenn",
    "lag_soeknad",
    "lag_utlysning",
    "lagre_budsjett",
    "lagre_metode",
    "lagre_partner",
    "lagre_rapport",
    "lagre_resultater",
    "lagre_svar",
    "legg_ved",
    "lever_rapport",
    "send",
    "send_tilbake",
    "slett_partner",
    "start",
    "ta_av",
    "trekk",
]
