"""Reads of users, roles, organisations and the logs."""

from integrering.tilgang.queries.roller import (
    administratorer,
    aktoer_av,
    aktoer_for,
    aktoer_med_rolle,
    demobrukere,
    gjelder,
    gyldige_roller,
    kommuner_i_fylket,
    passer_virksomheten,
    vaart_fylke,
)

__all__ = [
    "administratorer",
    "aktoer_av",
    "aktoer_for",
    "aktoer_med_rolle",
    "demobrukere",
    "gjelder",
    "gyldige_roller",
    "kommuner_i_fylket",
    "passer_virksomheten",
    "vaart_fylke",
]
