"""Who may register. Which persons they reach is held by the database."""

from __future__ import annotations

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

REGISTRERER = (Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER)


def kan_registrere(av: Aktoer) -> bool:
    """Return True for those with the duty to register: municipality (forskriften § 58) and county (§ 59)."""
    return av.har(*REGISTRERER)


def krev_registrering(av: Aktoer) -> None:
    """Raise IkkeTilgang for others."""
    av.krev(*REGISTRERER)
