"""Every change to persons and registrations: one function named by its verb."""

from integrering.nir.actions.fakta import (
    Konflikt,
    annuller,
    registrer,
    rett,
)
from integrering.nir.actions.flere import Flererad, Radbrudd, lagre_flere, lagre_sett
from integrering.nir.actions.flytting import avgjoer_flyttesak, meld_utflytting, motta_flytting
from integrering.nir.actions.kontroll import kontroller, kontroller_flere
from integrering.nir.actions.person import kontroller_person, meld_flytting, registrer_person
from integrering.nir.actions.roller import kan_lese, kan_registrere
from integrering.nir.actions.ved_navn import (
    registrer_bosted,
    registrer_stans,
    registrer_vedtak,
    registrer_vgo_periode,
)

__all__ = [
    "Flererad",
    "Konflikt",
    "Radbrudd",
    "annuller",
    "avgjoer_flyttesak",
    "kan_lese",
    "kan_registrere",
    "kontroller",
    "kontroller_flere",
    "kontroller_person",
    "lagre_flere",
    "lagre_sett",
    "meld_flytting",
    "meld_utflytting",
    "motta_flytting",
    "registrer",
    "registrer_bosted",
    "registrer_person",
    "registrer_stans",
    "registrer_vedtak",
    "registrer_vgo_periode",
    "rett",
]
