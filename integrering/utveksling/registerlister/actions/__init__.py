"""Changes: upload, choose columns, compare, mark, settle codes, delete."""

from integrering.utveksling.registerlister.actions.koder import avklar_kode
from integrering.utveksling.registerlister.actions.lesing import les_inn
from integrering.utveksling.registerlister.actions.opplasting import last_opp, velg_kolonner
from integrering.utveksling.registerlister.actions.rettelse import merk
from integrering.utveksling.registerlister.actions.sammenligning import sammenlign, start_sammenligning
from integrering.utveksling.registerlister.actions.sletting import rydd, slett_liste

__all__ = [
    "avklar_kode",
    "last_opp",
    "les_inn",
    "merk",
    "rydd",
    "sammenlign",
    "slett_liste",
    "start_sammenligning",
    "velg_kolonner",
]
