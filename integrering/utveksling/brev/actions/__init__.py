"""Every change to templates and letters."""

from integrering.utveksling.brev.actions.brev import endre_utkast, ferdigstill, opprett_utkast, slett_utkast
from integrering.utveksling.brev.actions.bunke import Bunkesvar, bestill_bunke, merk_bunke_sendt
from integrering.utveksling.brev.actions.felter import Brevsvar
from integrering.utveksling.brev.actions.lesing import aapne_brev
from integrering.utveksling.brev.actions.mal import lagre_mal
from integrering.utveksling.brev.actions.sending import merk_sendt, registrer_svar

__all__ = [
    "Brevsvar",
    "Bunkesvar",
    "aapne_brev",
    "bestill_bunke",
    "endre_utkast",
    "ferdigstill",
    "lagre_mal",
    "merk_bunke_sendt",
    "merk_sendt",
    "opprett_utkast",
    "registrer_svar",
    "slett_utkast",
]
