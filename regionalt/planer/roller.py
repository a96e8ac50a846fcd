"""Who does what with the plans. Which rows one reaches, the database holds."""

from __future__ import annotations

from integrering.tilgang.roller import KOMMUNEROLLER, Rolle
from regionalt.roller import FOELGER_OPP, FYLKET

SKRIVER = FOELGER_OPP
SER = FYLKET
# Those who may be asked in a hearing, and answer for their organisation.
SVARER = (*sorted(KOMMUNEROLLER), Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER)
