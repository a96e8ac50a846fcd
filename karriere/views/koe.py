"""K1: the queue."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import krever
from karriere.lister import KOE
from karriere.roller import SER


@krever(*SER)
@require_safe
def koe(request: HttpRequest) -> HttpResponse:
    """Who must be guided next."""
    return vis_liste(request, KOE, mal="karriere/koe.html")
