"""Who reads reports, who sees every number of them, and who takes out evidence."""

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

# They see the persons, hence on the page every number about them; what they take out has the small hidden.
SER_PERSONENE = FYLKESROLLER | KOMMUNEROLLER
# All others who read reports never see a small number.
LESER_TALL = SER_PERSONENE | frozenset({Rolle.INNSYNSREVISOR})
# They see all that is registered about a person: anything less is no evidence.
TAR_UT_PAKKER = FYLKESROLLER | frozenset({Rolle.KOMMUNE_FLYKTNINGTJENESTE})
