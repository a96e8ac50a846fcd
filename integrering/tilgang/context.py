"""What every page knows: who is logged in, for whom, and where they can go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from integrering import __version__
from integrering.tilgang.adminside import er_administrator
from integrering.tilgang.driftsmelding import meldinger_naa
from integrering.tilgang.meny import menypunkter_for


@dataclass(frozen=True)
class Menypunkt:
    """One link of the main menu."""

    url: str
    tekst: str
    aktiv: bool
    mer: bool


def innlogget(request: HttpRequest) -> dict[str, Any]:
    """Return what the base template shows."""
    aktoer = getattr(request, "aktoer", None)
    punkter = [
        Menypunkt(
            url=(url := reverse(p.urlnavn)), tekst=str(p.tekst), aktiv=_er_her(request.path, url), mer=p.mer
        )
        for p in menypunkter_for(aktoer)
    ]
    hoved = [p for p in punkter if not p.mer]
    return {
        "aktoer": aktoer,
        "demo": settings.DEMO,
        "spraak": get_language(),
        # nothing to hide under «Mer» for those who have only that
        "meny": hoved or punkter,
        "mer_meny": [p for p in punkter if p.mer] if hoved else [],
        "er_administrator": er_administrator(request),
        "driftsmeldinger": meldinger_naa(),
        "versjon": __version__,
        "tilgjengelighet_url": settings.TILGJENGELIGHETSERKLAERING,
        "personvern_url": settings.PERSONVERNERKLAERING,
        "kontaktadresse": settings.KONTAKT,
    }


def _er_her(sti: str, url: str) -> bool:
    return sti == url or (url != "/" and sti.startswith(url))
