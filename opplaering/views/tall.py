"""The figures of the training, and the lists behind them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.rapporter.roller import LESER_TALL
from integrering.tilgang.doerer import krever
from opplaering.lister_tall import RESULTATSTAND, VGO_PLASSER
from opplaering.rapportene.register import TALL
from opplaering.roller import LESER


@krever(*LESER_TALL)
@require_safe
def tall(request: HttpRequest) -> HttpResponse:
    """All figures of the training; each is a report with definitions, drawing, table and file."""
    rapporter = [(slag, reverse("rapport", args=[slag.navn])) for slag in TALL]
    return render(request, "opplaering/tall.html", {"rapporter": rapporter})


@krever(*LESER)
@require_safe
def plasser(request: HttpRequest) -> HttpResponse:
    """Persons whose goal is upper secondary."""
    return vis_liste(request, VGO_PLASSER, mal="opplaering/tall_liste.html")


@krever(*LESER)
@require_safe
def resultatstand(request: HttpRequest) -> HttpResponse:
    """Those at school in a year, by what they have reached."""
    return vis_liste(request, RESULTATSTAND, mal="opplaering/tall_liste.html")
