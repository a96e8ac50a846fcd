"""Changes to users' access, and the log of look-ups."""

from integrering.tilgang.actions.administrator import opprett_foerste_administrator
from integrering.tilgang.actions.innsyn import registrer_innsyn
from integrering.tilgang.actions.minside import velg_spraak

__all__ = ["opprett_foerste_administrator", "registrer_innsyn", "velg_spraak"]
