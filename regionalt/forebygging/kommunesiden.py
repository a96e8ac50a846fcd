"""What a municipality's page shows of prevention: its mangfoldsrådgivere, and activities of the last year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse

from regionalt.forebygging.models import Aktivitet, Mangfoldsraadgiver
from regionalt.forebygging.queries.katalog import paa_dagen
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import radene
from regionalt.queries.kommunelister import denne_kommunen
from regionalt.roller import LESER

FLEST, DAGER_TILBAKE = 10, 365


def _felt(dag: date) -> Felt:
    raadgivere = Mangfoldsraadgiver.objects.filter(kommune=OuterRef("pk"), fra__lte=dag)
    aktiviteter = Aktivitet.objects.filter(
        Q(kommuner__contains=denne_kommunen()) | Q(kommuner=[]), dato__gte=dag - timedelta(DAGER_TILBAKE)
    )
    return {
        "mangfoldsraadgivere": radene(
            paa_dagen(raadgivere, dag).order_by("skole", "navn")[:FLEST],
            noekkel="noekkel",
            navn="navn",
            skole="skole",
        ),
        "forebyggende": radene(
            aktiviteter.order_by("-dato", "tittel")[:FLEST], noekkel="noekkel", tittel="tittel", dato="dato"
        ),
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    return {
        "raadgivere": [
            {**r, "url": reverse("forebygging:raadgiver", args=[r["noekkel"]])}
            for r in kommune.mangfoldsraadgivere
        ],
        "aktiviteter": [
            {
                "tittel": a["tittel"],
                "url": reverse("forebygging:aktivitet", args=[a["noekkel"]]),
                "dato": date.fromisoformat(a["dato"]),
            }
            for a in kommune.forebyggende
        ],
    }


PANEL = Kommunepanel("forebygging", "forebygging/kommunepanel.html", _innhold, 50, frozenset(LESER), _felt)
