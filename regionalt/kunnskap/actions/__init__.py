"""Every change: a file is taken in, its year confirmed, read in or thrown away; a judgement is written."""

from regionalt.kunnskap.actions.tallimport import (
    Fildata,
    bekreft_aaret,
    forkast,
    les_inn,
    ta_imot,
)
from regionalt.kunnskap.actions.vurdering import ny_vurdering

__all__ = ["Fildata", "bekreft_aaret", "forkast", "les_inn", "ny_vurdering", "ta_imot"]
