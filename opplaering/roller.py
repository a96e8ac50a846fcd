"""Who does what in the training. Which persons each reaches is held by the database."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

# Those who register: the county, and a school about its own pupils.
FYLKET = (Rolle.OPPLAERINGSKOORDINATOR, Rolle.FYLKE_SAKSBEHANDLER)
SKOLEN = (Rolle.SKOLEKONTAKT,)
SKRIVER = FYLKET + SKOLEN
# Those in a municipality whose persons the training concerns.
KOMMUNEN = tuple(sorted(KOMMUNEROLLER))
# Those who read what the county and the municipality share; a school is not among them.
LESER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))
# Everyone with something to do here.
ALLE = LESER + SKOLEN
