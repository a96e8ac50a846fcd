"""Who does what with the grants the county gives."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, Rolle

RAADGIVER = (Rolle.TILSKUDDSRAADGIVER,)
GODKJENNER = (Rolle.TILSKUDDSGODKJENNER,)
# Those who assess: two of them, and neither decides.
VURDERER = (Rolle.TILSKUDDSRAADGIVER, Rolle.FYLKE_SAKSBEHANDLER, Rolle.TILSKUDDSGODKJENNER)
SOEKER = (
    Rolle.ORGANISASJON_SOEKER,
    Rolle.SKOLEKONTAKT,
    Rolle.KOMMUNE_FLYKTNINGTJENESTE,
    Rolle.KOMMUNE_VOKSENOPPLAERING,
)
FYLKET = tuple(sorted(FYLKESROLLER))
ALLE = (*FYLKET, *SOEKER)
