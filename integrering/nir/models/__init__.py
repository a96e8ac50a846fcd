"""Persons and the two-clock facts about them, one noun a file."""

from integrering.nir.models.bosted import Bosted
from integrering.nir.models.flyttesak import Flyttesak
from integrering.nir.models.person import Person, TidligerePerson
from integrering.nir.models.personopplysning import Personopplysning
from integrering.nir.models.regelverdi import Regelverdi
from integrering.nir.models.soekeord import Soekeord
from integrering.nir.models.stans import Stans
from integrering.nir.models.vedtak import Vedtak
from integrering.nir.models.vgo import FulltidVgo

__all__ = [
    "Bosted",
    "Flyttesak",
    "FulltidVgo",
    "Person",
    "Personopplysning",
    "Regelverdi",
    "Soekeord",
    "Stans",
    "TidligerePerson",
    "Vedtak",
]
