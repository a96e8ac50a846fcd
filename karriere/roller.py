"""Who does what in the career guidance. Which rows each reaches is held by the database."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

# They guide, and they read the notes: a counsellor those of the own centres, a case worker all.
VEILEDER = (Rolle.KARRIEREVEILEDER, Rolle.FYLKE_SAKSBEHANDLER)
# They keep the centres: what each covers, who works there, how many talks a week.
STYRER = (Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR)
# The queue, the plan and the figures; without the notes and the referrals.
FYLKET = tuple(sorted(FYLKESROLLER))
# The municipality's own: who refers, plans together with the county, and gets the note.
KOMMUNEN = (Rolle.KOMMUNE_FLYKTNINGTJENESTE,)
# Those who see that guidance is on its way, not what is said in it.
SER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))
# The note and the referral.
LESER_NOTAT = VEILEDER + KOMMUNEN
# The sources of tasks.
KILDE_SAK, KILDE_PLAN = "karriere_sak", "karriere_plan"
