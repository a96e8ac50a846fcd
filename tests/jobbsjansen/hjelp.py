"""Small functions that make projects and their numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from regionalt.actions.registerrad import Lagring
from regionalt.jobbsjansen import actions
from regionalt.jobbsjansen.models import Halvaarstall, Prosjekt
from tests.fabrikk import TRONDHEIM
from tests.forebygging.hjelp import skriver

FRA, TIL = date(2025, 8, 1), date(2026, 6, 30)


def prosjektfelter(**felt: Any) -> dict[str, Any]:
    """Return a project in Trondheim, an invented one, of the school year 2025–2026."""
    return {
        "navn": "Norsk og verksted", "formaal": "Flere klarer videregående.", "skoler": "Prøvedal",
        "fra": FRA, "til": TIL, "tilstand": "i_gang", "tilskudd": None, "rapportfrist": None,
        "kommuner": [TRONDHEIM], **felt,
    }  # fmt: skip


def lag_prosjekt(av: Aktoer | None = None, **felt: Any) -> Prosjekt:
    """Add a project through the action."""
    hvem = av or skriver()
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_prosjekt(felter=prosjektfelter(**felt), lagring=Lagring(), av=hvem)


def tallfelter(**felt: Any) -> dict[str, Any]:
    """Return the numbers of the autumn of 2025."""
    return {
        "aar": 2025, "halvaar": 2, "inn": 15, "ut": 4, "til_vgo": 3, "til_arbeid": 1, "kvinner": None,
        "menn": None, **felt,
    }  # fmt: skip


def lag_tall(prosjekt: Prosjekt, av: Aktoer | None = None, **felt: Any) -> Halvaarstall:
    """Write the numbers of a half-year through the action."""
    hvem, felter = av or skriver(), tallfelter(**felt)
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_tall(prosjekt=prosjekt, felter=felter, lagring=Lagring(), av=hvem)


def verdier_for_jobbsjansen() -> dict[str, Any]:
    """Return the arguments of the addresses of the projects."""
    prosjekt = lag_prosjekt()
    return {"jobbsjanseprosjekt": prosjekt.noekkel, "jobbsjansetall": lag_tall(prosjekt).noekkel}
