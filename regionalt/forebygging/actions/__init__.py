"""Every change of the prevention work."""

from regionalt.forebygging.actions.aktivitet import lagre_aktivitet, lagre_plan
from regionalt.forebygging.actions.katalog import lagre_raadgiver, lagre_tjeneste
from regionalt.forebygging.actions.nettverk import knytt_moete, lagre_medlem, lagre_nettverk

__all__ = [
    "knytt_moete",
    "lagre_aktivitet",
    "lagre_medlem",
    "lagre_nettverk",
    "lagre_plan",
    "lagre_raadgiver",
    "lagre_tjeneste",
]
