"""Who does what in the regional work."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

# Those at the county who follow the municipalities up, and so may say who is the contact of each.
FOELGER_OPP = (Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR)
# The county reads all of it; a municipality reads what is about itself.
FYLKET = tuple(sorted(FYLKESROLLER))
LESER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))
# The contact of a municipality answers it and keeps its log; a leader reads, and registers nothing.
KAN_VAERE_KONTAKT = FYLKESROLLER - {Rolle.LEDER}
# The source of the tasks about municipalities without a contact.
KILDE_KONTAKT = "kommunekontakt"
