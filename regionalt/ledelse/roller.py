"""Who reads what leaders read, and who writes the yearly report."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, Rolle

LESER = tuple(sorted(FYLKESROLLER))
SKRIVER = (Rolle.LEDER, Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR)
