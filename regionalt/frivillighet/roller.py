"""Who does what with the voluntary sector. Which rows they reach is held by the database."""

from __future__ import annotations

from integrering.tilgang.roller import Rolle
from regionalt.roller import FOELGER_OPP, FYLKET, LESER

# The county keeps organisations, agreements and activities.
SKRIVER = FOELGER_OPP
ORGANISASJONEN = (Rolle.ORGANISASJON_SOEKER,)
# A municipality reads those that work there; an organisation reads what is about itself.
SER = (*LESER, *ORGANISASJONEN)
# The facts about how one reaches the organisation: the organisation keeps its own.
SKRIVER_KONTAKT = (*SKRIVER, *ORGANISASJONEN)
# The files of an agreement are between those who made it.
SER_FILER = (*FYLKET, *ORGANISASJONEN)
