"""The panel of a municipality's page: its pupils, and how their periods stand with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, OuterRef
from django.http import HttpRequest
from django.urls import reverse

from integrering.tilgang.doerer import aktoer_i
from opplaering.meldingstekster import avstemt
from opplaering.queries.avstemming import avstemming
from opplaering.queries.tall import i_dag_paa_skole
from opplaering.roller import LESER
from opplaering.rules.avstemming import Tilstand
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import antall, radene

_PLASS = {tilstand.value: nr for nr, tilstand in enumerate(Tilstand)}


def _felt(dag: date) -> Felt:
    perioder = avstemming().filter(kommune=OuterRef("pk"), person__skjermet=False).order_by()
    return {
        "vgo_elever": antall(i_dag_paa_skole(dag).filter(person__kommune=OuterRef("pk")), "person__kommune"),
        "vgo_avstemt": radene(
            perioder.values("tilstand").annotate(n=Count("noekkel")), tilstand="tilstand", antall="n"
        ),
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    if not (kommune.vgo_elever or kommune.vgo_avstemt):
        return None
    sporring = "" if aktoer_i(request).er_kommune else f"kommune={kommune.nummer}&"
    liste = f"{reverse('opplaering_avstemming')}?{sporring}tilstand="
    rader = sorted(kommune.vgo_avstemt, key=lambda rad: _PLASS[rad["tilstand"]])
    return {
        "elever": kommune.vgo_elever,
        "avstemt": [
            {"status": avstemt(rad["tilstand"]), "antall": rad["antall"], "url": liste + rad["tilstand"]}
            for rad in rader
        ],
    }


KOMMUNEPANEL = Kommunepanel(
    "opplaering", "opplaering/_kommunepanel.html", _innhold, 20, frozenset(LESER), _felt
)
