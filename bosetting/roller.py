"""Who does what with the settlement. Which rows they reach is held by the database."""

from __future__ import annotations

from integrering.tilgang.roller import KOMMUNEROLLER, Rolle
from regionalt.roller import FOELGER_OPP, FYLKET, LESER

# They make the rounds, and what goes into them.
SKRIVER = FOELGER_OPP
# Approves what another has sent; never what they sent themselves.
GODKJENNER = (Rolle.BOSETTINGSGODKJENNER,)
# The number is the municipality's own, not adult education's; both may read it.
SVARER = (Rolle.KOMMUNE_FLYKTNINGTJENESTE,)
SER_FYLKET = FYLKET
SER = LESER
SER_KOMMUNEN = tuple(sorted(KOMMUNEROLLER))
# The sources of tasks.
KILDE_SVAR, KILDE_FRIST, KILDE_GODKJENNING = "bosetting_svar", "bosetting_frist", "bosetting_godkjenning"
