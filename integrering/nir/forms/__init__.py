"""Forms: one a kind of fact, a new person, search and filter, decision of a move."""

from integrering.nir.forms.fakta import SKJEMAER, BostedSkjema, OpplysningSkjema, VgoSkjema
from integrering.nir.forms.filtre import FlyttingFilter, PersonFilter
from integrering.nir.forms.flytting import FlyttingSkjema, UtflyttingSkjema
from integrering.nir.forms.grunnskjema import AnnullerSkjema, FaktaSkjema
from integrering.nir.forms.person import NyPersonSkjema, PersonSoek

__all__ = [
    "SKJEMAER",
    "AnnullerSkjema",
    "BostedSkjema",
    "FaktaSkjema",
    "FlyttingFilter",
    "FlyttingSkjema",
    "NyPersonSkjema",
    "OpplysningSkjema",
    "PersonFilter",
    "PersonSoek",
    "UtflyttingSkjema",
    "VgoSkjema",
]
