"""Who does what with the regional cooperation. Which rows they reach is held by the database."""

from __future__ import annotations

from regionalt.roller import FOELGER_OPP, FYLKET, LESER

SKRIVER = FOELGER_OPP
# A municipality reads the forums it is a member of, and what they decided.
SER = LESER
# Measures are the county's own.
SER_TILTAK = FYLKET
