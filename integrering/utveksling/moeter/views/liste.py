"""The lists: coming meetings, past ones, my points."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.lister import Liste
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter import lister
from integrering.utveksling.moeter.actions.felles import er_innkaller
from integrering.utveksling.moeter.views.felles import LESER


@krever(*LESER)
@require_safe
def moeter(request: HttpRequest) -> HttpResponse:
    """Meetings that are not over, the nearest first."""
    return _vis(request, lister.MOETER)


@krever(*LESER)
@require_safe
def tidligere_moeter(request: HttpRequest) -> HttpResponse:
    """Meetings that are over, the latest first."""
    return _vis(request, lister.TIDLIGERE_MOETER)


@krever(*LESER)
@require_safe
def mine_moetepunkter(request: HttpRequest) -> HttpResponse:
    """Open points that are mine to do."""
    return _vis(request, lister.MINE_PUNKTER)


def _vis(request: HttpRequest, liste: Liste) -> HttpResponse:
    kan = er_innkaller(aktoer_i(request))
    return vis_liste(request, liste, mal="moeter/liste.html", faner=_faner(liste.navn), kan_kalle_inn=kan)


def _faner(aktiv: str) -> list[dict[str, Any]]:
    tekster = {
        "moeter": _("Kommende"),
        "tidligere_moeter": _("Tidligere"),
        "mine_moetepunkter": _("Mine punkter"),
    }
    return [
        {"url": reverse(navn), "tekst": tekst, "antall": None, "aktiv": navn == aktiv}
        for navn, tekst in tekster.items()
    ]
