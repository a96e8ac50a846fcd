"""Changes: evidence packs, and the threshold of small numbers."""

from integrering.rapporter.actions.innstilling import endre_grense
from integrering.rapporter.actions.pakke import (
    JOBB,
    MAKS_PERSONER,
    Ramme,
    bestill_for,
    bestill_utvalg,
    hent_pakke,
    legg_ut,
    sett_i_gang,
    slett_pakke,
    slett_utloepte,
)

__all__ = [
    "JOBB",
    "MAKS_PERSONER",
    "Ramme",
    "bestill_for",
    "bestill_utvalg",
    "endre_grense",
    "hent_pakke",
    "legg_ut",
    "sett_i_gang",
    "slett_pakke",
    "slett_utloepte",
]
