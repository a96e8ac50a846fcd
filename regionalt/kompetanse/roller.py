"""Who does what with courses and gatherings."""

from __future__ import annotations

from integrering.tilgang.roller import KOMMUNEROLLER
from regionalt.roller import FOELGER_OPP, FYLKET, LESER

# Those at the county who make events, and read and write what belongs to them.
SKRIVER = FOELGER_OPP
KOMMUNENE = tuple(sorted(KOMMUNEROLLER))
# Those who register people: their own, or anyone's.
MELDER_PAA = (*SKRIVER, *KOMMUNENE)

__all__ = ["FYLKET", "KOMMUNENE", "LESER", "MELDER_PAA", "SKRIVER"]
