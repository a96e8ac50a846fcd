"""The lists behind the numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.rapporter.lister import AVSLUTTEDE, RESULTATER
from integrering.rapporter.roller import SER_PERSONENE
from integrering.tilgang.doerer import krever


@krever(*SER_PERSONENE)
@require_safe
def avsluttede(request: HttpRequest) -> HttpResponse:
    """Those who have ended the introduction programme, in the register's six columns."""
    return vis_liste(request, AVSLUTTEDE, mal="rapporter/liste.html")


@krever(*SER_PERSONENE)
@require_safe
def norskproever(request: HttpRequest) -> HttpResponse:
    """Results of tests in Norwegian."""
    return vis_liste(request, RESULTATER, mal="rapporter/liste.html")
