"""Templates and their versions, letters, their locked files, and who opened them."""

from integrering.utveksling.brev.models.brev import (
    Brev,
    Brevaapning,
    Brevfil,
    Brevnummer,
    Brevtilstand,
    Sendemaate,
)
from integrering.utveksling.brev.models.bunke import Brevbunke
from integrering.utveksling.brev.models.mal import TEKSTFELT, Brevmal, Brevmalversjon, Mottakerslag
from integrering.utveksling.brev.models.vedlegg import Brevvedlegg

__all__ = [
    "TEKSTFELT",
    "Brev",
    "Brevaapning",
    "Brevbunke",
    "Brevfil",
    "Brevmal",
    "Brevmalversjon",
    "Brevnummer",
    "Brevtilstand",
    "Brevvedlegg",
    "Mottakerslag",
    "Sendemaate",
]
