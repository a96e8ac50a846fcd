"""What a municipality's page shows of the voluntary sector: who works there, and the agreements with them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse

from integrering.grunnmur.alfabet import Alfabetisk
from regionalt.frivillighet.models import Avtale, Dekning, Organisasjon
from regionalt.frivillighet.queries.avtaler import ikke_over
from regionalt.frivillighet.queries.organisasjoner import aktive
from regionalt.kodeverk import Tema
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import radene
from regionalt.roller import LESER

FLEST = 20


def _felt(dag: date) -> Felt:
    her = Dekning.objects.filter(organisasjon=OuterRef("pk"), kommune=OuterRef(OuterRef("pk")))
    rader = Organisasjon.objects.filter(aktive(dag), Q(hele_fylket=True) | Exists(her))
    avtaler = Avtale.objects.filter(ikke_over(dag), organisasjon=OuterRef("pk"), fra__lte=dag)
    rader = rader.annotate(titler=ArraySubquery(avtaler.order_by("fra", "pk").values("tittel")))
    return {
        "frivillige": radene(
            rader.order_by(Alfabetisk("virksomhet__navn"))[:FLEST],
            nummer="virksomhet__nummer",
            navn="virksomhet__navn",
            temaer="temaer",
            avtaler="titler",
        )
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    rader = [
        {
            "navn": o["navn"],
            "url": reverse("frivillighet:organisasjon", args=[o["nummer"]]),
            "temaer": ", ".join(str(Tema(t).label) for t in o["temaer"]),
            "avtaler": ", ".join(o["avtaler"]),
        }
        for o in kommune.frivillige
    ]
    return {"organisasjoner": rader}


PANEL = Kommunepanel("frivillighet", "frivillighet/kommunepanel.html", _innhold, 60, frozenset(LESER), _felt)
