"""Every change to the contact log and the requests."""

from regionalt.oppfoelging.actions.forespoersel import begynn, besvar, spoer, trekk
from regionalt.oppfoelging.actions.kontakt import avlys_besoek, endre_kontakt, registrer_kontakt
from regionalt.oppfoelging.actions.punkt import avslutt_punkt, gjenaapne_punkt, nytt_punkt

__all__ = [
    "avlys_besoek",
    "avslutt_punkt",
    "begynn",
    "besvar",
    "endre_kontakt",
    "gjenaapne_punkt",
    "nytt_punkt",
    "registrer_kontakt",
    "spoer",
    "trekk",
]
