"""Every change of the voluntary sector."""

from regionalt.frivillighet.actions.aktivitet import Aktivitetsdata, endre_aktivitet, ny_aktivitet
from regionalt.frivillighet.actions.avtale import (
    Avtaledata,
    endre_avtale,
    gjennomgaa_avtale,
    legg_ved_avtalen,
    ny_avtale,
)
from regionalt.frivillighet.actions.organisasjon import (
    Kontaktdata,
    Profildata,
    endre_kontakt,
    endre_organisasjon,
    ny_organisasjon,
)

__all__ = [
    "Aktivitetsdata",
    "Avtaledata",
    "Kontaktdata",
    "Profildata",
    "endre_aktivitet",
    "endre_avtale",
    "endre_kontakt",
    "endre_organisasjon",
    "gjennomgaa_avtale",
    "legg_ved_avtalen",
    "ny_aktivitet",
    "ny_avtale",
    "ny_organisasjon",
]
