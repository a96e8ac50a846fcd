"""The lists of the training."""

from __future__ import annotations

from integrering.lister import Liste
from opplaering import lister_meldinger, lister_nye_elever, lister_skoler, lister_tall
from opplaering.lister_deltakere import DELTAKERE
from opplaering.lister_resultater import RESULTATER
from opplaering.lister_soeknader import OPPFOELGING, SOEKNADER

LISTER: tuple[Liste, ...] = (
    DELTAKERE,
    *lister_skoler.LISTER,
    lister_nye_elever.NYE_ELEVER,
    *lister_tall.LISTER,
    SOEKNADER,
    OPPFOELGING,
    *lister_meldinger.LISTER,
    RESULTATER,
)
