"""Who does what in the prevention work."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

# The directory is for everyone who meets participants and pupils at work.
UTE = KOMMUNEROLLER | {Rolle.SKOLEKONTAKT}
LESER_KATALOG = tuple(sorted(FYLKESROLLER | UTE))
