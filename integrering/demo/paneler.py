"""What the front page says while the demo is being filled."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from integrering.demo import queries
from integrering.grunnmur.models import Tilstand
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.paneler import Panel, registrer_panel
from integrering.tilgang.roller import Rolle


def framdrift(request: HttpRequest) -> dict[str, Any] | None:
    """Return how far the filling is; None when the demo is filled, or when this is no demo."""
    jobb = queries.siste_jobb() if settings.DEMO else None
    if jobb is None or jobb.tilstand == Tilstand.FERDIG:
        return None
    return {
        "feilet": not jobb.lever,
        "prosent": jobb.prosent,
        "steg": jobb.steg,
        # the job was started for the county: others have no page for it
        "jobb": jobb.pk if aktoer_i(request).virksomhet_id == jobb.virksomhet_id else None,
    }


def registrer() -> None:
    """Put the panel first on everyone's front page."""
    registrer_panel(Panel("demo", "demo/_panel.html", framdrift, rekkefoelge=0, roller=frozenset(Rolle)))
