"""The list of letters."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev.lister import FANER, liste_for
from integrering.utveksling.brev.views.felles import LESER


@krever(*LESER)
@require_safe
def brev(request: HttpRequest) -> HttpResponse:
    """The county's letters, or those the reader's organisation has received."""
    av = aktoer_i(request)
    faner = _faner(request) if av.er_fylke else []
    return vis_liste(request, liste_for(av), mal="brev/liste.html", faner=faner, kan_skrive=av.er_fylke)


def _faner(request: HttpRequest) -> list[dict[str, Any]]:
    valgt, adresse = request.GET.get("tilstand", ""), reverse("brev")
    faner = [("", _("Alle")), *((t.value, str(t.label)) for t in FANER)]
    return [
        {"url": f"{adresse}?tilstand={kode}" if kode else adresse, "tekst": tekst, "aktiv": kode == valgt}
        for kode, tekst in faner
    ]
