"""Receipts, drafts, saved mappings of columns, one noun a file."""

from integrering.utveksling.importering.models.kolonnekart import Kolonnekart
from integrering.utveksling.importering.models.kvittering import Angring, Import, Importspor
from integrering.utveksling.importering.models.svarfil import Svarart, Svarfil
from integrering.utveksling.importering.models.utkast import (
    AAPNE,
    Importutkast,
    Utkastavvik,
    Utkastinnhold,
    Utkasttilstand,
)

__all__ = [
    "AAPNE",
    "Angring",
    "Import",
    "Importspor",
    "Importutkast",
    "Kolonnekart",
    "Svarart",
    "Svarfil",
    "Utkastavvik",
    "Utkastinnhold",
    "Utkasttilstand",
]
