"""The panel of a municipality's page: what it has applied to the county for, and been given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, OuterRef
from django.http import HttpRequest
from django.urls import reverse

from integrering.tilgang.roller import KOMMUNEROLLER
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import radene
from tilskudd.gitt.models import Soeknadstilstand
from tilskudd.gitt.queries.saken import sendte_fra
from tilskudd.gitt.roller import FYLKET
from tilskudd.gitt.tekster import FARGE

FLEST = 10


def _felt(dag: date) -> Felt:
    return {
        "gitt_soeknader": radene(
            sendte_fra(OuterRef("pk")).order_by("-pk")[:FLEST],
            noekkel="noekkel",
            tittel="tittel",
            utlysning=F("utlysning__navn"),
            tilstand="tilstand",
            vedtatt="vedtatt",
        )
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    if not kommune.gitt_soeknader:
        return None
    rader = [
        rad
        | {
            "url": reverse("gitt:soeknad", args=[rad["noekkel"]]),
            "status": Soeknadstilstand(rad["tilstand"]).label,
            "farge": FARGE[rad["tilstand"]],
        }
        for rad in kommune.gitt_soeknader
    ]
    return {"soeknader": rader}


KOMMUNEPANEL = Kommunepanel(
    "gitt", "gitt/_kommunepanel.html", _innhold, 40, frozenset(FYLKET) | KOMMUNEROLLER, _felt
)
