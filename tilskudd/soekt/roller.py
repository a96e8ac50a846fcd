"""Who does what with what the county applies for."""

from integrering.tilgang.roller import FYLKESROLLER, Rolle

LESER = tuple(sorted(FYLKESROLLER))
SKRIVER = (Rolle.TILSKUDDSRAADGIVER,)
GODKJENNER = (Rolle.TILSKUDDSGODKJENNER,)
UTLYSER = (Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR)
TREKKER = (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER)
