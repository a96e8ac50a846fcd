"""Forms: one a kind of fact, a new person, search and filter, decision of a move."""

from integrering.nir.forms.fakta import (
    SKJEMAER,
    AnnullerSkjema,
    BostedSkjema,
    FaktaSkjema,
    OpplysningSkjema,
    StansSkjema,
    VedtakSkjema,
    VgoSkjema,
)
from integrering.nir.forms.flytting import FlyttingSkjema
from integrering.nir.forms.person import NyPersonSkjema, PersonFilter, PersonSoek

__all__ = [
    "SKJEMAER",
    "AnnullerSkjema",
    "BostedSkjema",
    "FaktaSkjema",
    "FlyttingSkjema",
    "NyPersonSkjema",
    "OpplysningSkjema",
    "PersonFilter",
    "PersonSoek",
    "StansSkjema",
    "VedtakSkjema",
    "VgoSkjema",
]
