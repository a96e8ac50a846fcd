"""What a municipality's page shows of Jobbsjansen part B: its projects that are not over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from regionalt.jobbsjansen.models import Prosjekt, Prosjekttilstand
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import radene
from regionalt.queries.kommunelister import denne_kommunen
from regionalt.roller import LESER

FLEST = 10


def _felt(dag: date) -> Felt:
    rader = Prosjekt.objects.filter(kommuner__contains=denne_kommunen())
    rader = rader.exclude(tilstand=Prosjekttilstand.AVSLUTTET).order_by("fra", "pk")
    return {
        "jobbsjanseprosjekter": radene(rader[:FLEST], noekkel="noekkel", navn="navn", tilstand="tilstand")
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    rader = [
        {
            "navn": p["navn"],
            "url": reverse("jobbsjansen:prosjekt", args=[p["noekkel"]]),
            "tilstand": str(Prosjekttilstand(p["tilstand"]).label),
        }
        for p in kommune.jobbsjanseprosjekter
    ]
    return {"prosjekter": rader} if rader else None


PANEL = Kommunepanel("jobbsjansen", "jobbsjansen/kommunepanel.html", _innhold, 80, frozenset(LESER), _felt)
