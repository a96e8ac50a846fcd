"""Reads of users, roles, organisations and the logs."""

from integrering.tilgang.queries.brukere import brukere_hos, finn_invitasjon, finn_tildeling, rad_for
from integrering.tilgang.queries.roller import (
    administratorer,
    aktoer_av,
    aktoer_for,
    aktoer_med_rolle,
    demobrukere,
    forvaltes_av,
    forvaltes_av_fylket,
    gjelder,
    gyldige_roller,
    kan_forvalte,
    kommuner_i_fylket,
    passer_virksomheten,
    vaart_fylke,
)

__all__ = [
    "administratorer",
    "aktoer_av",
    "aktoer_for",
    "aktoer_med_rolle",
    "brukere_hos",
    "demobrukere",
    "finn_invitasjon",
    "finn_tildeling",
    "forvaltes_av",
    "forvaltes_av_fylket",
    "gjelder",
    "gyldige_roller",
    "kan_forvalte",
    "kommuner_i_fylket",
    "passer_virksomheten",
    "rad_for",
    "vaart_fylke",
]
