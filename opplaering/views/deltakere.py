"""O1: the list of participants."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import krever
from opplaering.lister_deltakere import DELTAKERE
from opplaering.roller import ALLE


@krever(*ALLE)
@require_safe
def deltakere(request: HttpRequest) -> HttpResponse:
    """Those at a school, of the persons the reader may see."""
    return vis_liste(request, DELTAKERE, mal="opplaering/deltakere.html")
