"""The one way to a file's content."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.vedlegg import actions, queries
from integrering.utveksling.vedlegg.rules.filtype import VISES_I_NETTLESEREN

VISER = tuple(sorted(ARBEIDSROLLER))


@krever(*VISER)
@require_safe
def vedlegg(request: HttpRequest, vedlegg_noekkel: UUID) -> HttpResponse:
    """Send a version of a file (`?versjon=n`, else the newest); `?vis=ja` shows PDF and pictures."""
    versjon = queries.finn_versjon(vedlegg_noekkel, _nummer(request))
    if versjon is None:
        raise Http404
    svar = HttpResponse(content_type=versjon.medietype)
    if request.method == "GET":
        svar.content = actions.hent(versjon=versjon, av=aktoer_i(request))
    vis = request.GET.get("vis") == "ja" and versjon.medietype in VISES_I_NETTLESEREN
    svar["Content-Disposition"] = content_disposition_header(not vis, versjon.filnavn) or "attachment"
    svar["Content-Length"] = str(versjon.stoerrelse)
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Cache-Control"] = "no-store, private"
    return svar


def _nummer(request: HttpRequest) -> int | None:
    tekst = request.GET.get("versjon", "")
    if not tekst:
        return None
    if not (tekst.isascii() and tekst.isdecimal() and len(tekst) < 7):
        raise Http404
    return int(tekst)
