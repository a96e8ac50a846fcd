"""What the walk over all addresses needs for grants given: a call, and the organisation's application."""

from __future__ import annotations

from typing import Any

from tests.gitt.hjelp import lag_soeknad, lag_utlysning


def verdier_for_gitt() -> dict[str, Any]:
    """Return the arguments of the addresses."""
    utlysning = lag_utlysning()
    return {
        "gitt_utlysning": utlysning.noekkel,
        "gitt_soeknad": lag_soeknad(utlysning).noekkel,
        "gitt_steg": "tiltaket",
        "gitt_krav": "andel",
        "gitt_handling": "avslutt",
    }
