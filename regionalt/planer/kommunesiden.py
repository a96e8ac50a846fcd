"""What a municipality's page shows of the plans: the needs and the measures that concern it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.planer.models import Arbeidskraftbehov, Plantilstand, Plantiltak, Tiltaksstatus
from regionalt.planer.models.tiltak import statusfarge
from regionalt.planer.queries.kunnskap import gjelder
from regionalt.queries.felt import radene
from regionalt.roller import LESER

FLEST = 20


def _felt(dag: date) -> Felt:
    her = Q(kommune__isnull=True) | Q(kommune=OuterRef("pk"))
    behov = Arbeidskraftbehov.objects.filter(gjelder(dag), her).order_by("yrke", "pk")[:FLEST]
    tiltak = Plantiltak.objects.filter(her, maal__plan__tilstand=Plantilstand.VEDTATT).filter(
        Q(til__isnull=True) | Q(til__gte=dag)
    )
    return {
        "planbehov": radene(behov, yrke="yrke", sted="kommune_id", antall="antall", opplaering="opplaering"),
        "plantiltak": radene(
            tiltak.order_by("fra", "pk")[:FLEST],
            tittel="tittel", sted="kommune_id", utfoerer="utfoerer", status="status",
        ),
    }  # fmt: skip


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    if not kommune.planbehov and not kommune.plantiltak:
        return None
    return {
        "behov": [
            b | {"hvor": _hvor(b), "antall": _("ukjent") if b["antall"] is None else kroner.tall(b["antall"])}
            for b in kommune.planbehov
        ],
        "tiltak": [
            t
            | {
                "hvor": _hvor(t),
                "status": str(Tiltaksstatus(t["status"]).label),
                "farge": statusfarge(t["status"]),
            }
            for t in kommune.plantiltak
        ],
    }


def _hvor(rad: dict[str, Any]) -> str:
    return _("Kommunen") if rad["sted"] else _("Hele fylket")


PANEL = Kommunepanel("planer", "planer/kommunepanel.html", _innhold, 45, frozenset(LESER), _felt)
