"""What a municipality's page shows of the settlement: its answers, and what is recommended to IMDi."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef
from django.http import HttpRequest
from django.urls import reverse

from bosetting.kodeverk import SENDTE, rundenavn
from bosetting.models import Anbefaling
from bosetting.queries.svar import sendte
from bosetting.roller import SER
from integrering.tilgang.doerer import aktoer_i
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import radene

FLEST = 5


def _felt(dag: date) -> Felt:
    runde = {"aar": "runde__aar", "utgave": "runde__utgave", "noekkel": "runde__noekkel"}
    svar = sendte().filter(kommune=OuterRef("pk")).order_by("-runde__aar", "-runde__utgave", "-utgave")
    tall = Anbefaling.objects.filter(kommune=OuterRef("pk"), runde__tilstand__in=SENDTE)
    return {
        "bosettingssvar": radene(svar[:FLEST], antall="antall", mer="mer", **runde),
        "bosettingstall": radene(
            tall.order_by("-runde__aar", "-runde__utgave")[:FLEST], antall="antall", em="em", **runde
        ),
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    side = "bosetting:runde" if aktoer_i(request).er_fylke else "bosetting:svar"
    rader: dict[str, dict[str, Any]] = {}
    for s in kommune.bosettingssvar:
        rader.setdefault(s["noekkel"], _rad(s, side) | {"svar": s["antall"], "mer": s["mer"]})
    for a in kommune.bosettingstall:
        rad = rader.setdefault(a["noekkel"], _rad(a, side))
        rad |= {"anbefalt": a["antall"], "em": a["em"]}
    return {"rader": sorted(rader.values(), key=lambda r: r["rekke"], reverse=True)}


def _rad(r: dict[str, Any], side: str) -> dict[str, Any]:
    tomt = dict.fromkeys(("svar", "mer", "anbefalt", "em"))
    return tomt | {
        "navn": rundenavn(r["aar"], r["utgave"]),
        "rekke": (r["aar"], r["utgave"]),
        "url": reverse(side, args=[r["noekkel"]]),
    }


PANEL = Kommunepanel("bosetting", "bosetting/kommunepanel.html", _innhold, 20, frozenset(SER), _felt)
