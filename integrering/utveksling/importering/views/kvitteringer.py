"""Receipts, their answers, and undoing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.skjemasvar import KONFLIKT
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.importering import actions, queries
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.lister import KVITTERINGER, status_av
from integrering.utveksling.importering.models import Svarart, Svarfil
from integrering.utveksling.importering.views.felles import IMPORTERER, nedlasting, vaar_kvittering


@krever(*IMPORTERER)
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """The receipts of one's organisation."""
    return vis_liste(request, KVITTERINGER, mal="importering/kvitteringer.html")


@krever(*IMPORTERER)
@require_safe
def vis(request: HttpRequest, kvittering: UUID) -> HttpResponse:
    """A receipt: who, when, how many, the answers while they are kept, and the way back."""
    importen = vaar_kvittering(request, kvittering)
    format_, av = finn_format(importen.slag), aktoer_i(request)
    filer = queries.svarfiler(importen)
    innhold = {
        "kvittering": importen,
        "format": format_,
        "status": status_av(importen),
        "svar": filer.get(Svarart.SVAR),
        "feil": filer.get(Svarart.FEIL),
        "angring": getattr(importen, "angring", None),
        "kan_angre": format_.angrer is not None and actions.kan_angre(kvittering=importen, av=av),
        "kan_importere": av.har(*format_.roller),
    }
    return render(request, "importering/kvittering.html", innhold)


@krever(*IMPORTERER)
@require_safe
def svarfil(request: HttpRequest, kvittering: UUID, art: str) -> HttpResponse:
    """The answer, for a week: all rows, or those that were sent back."""
    importen = vaar_kvittering(request, kvittering)
    svar = Svarfil.objects.filter(kvittering=importen, art=art).first()
    if svar is None:
        raise Http404
    return nedlasting(bytes(svar.innhold), navn=f"{importen.slag}-{art}", endelse=svar.endelse)


@krever(*IMPORTERER)
@require_http_methods(["GET", "HEAD", "POST"])
def angre(request: HttpRequest, kvittering: UUID) -> HttpResponse:
    """Undo a whole import: shows what would happen, or what stands in the way."""
    importen, av = vaar_kvittering(request, kvittering), aktoer_i(request)
    if hasattr(importen, "angring"):
        return redirect("import_kvittering", kvittering=importen.noekkel)
    try:
        plan = actions.planlegg_angring(kvittering=importen, av=av)
        if request.method == "POST" and not plan.bygg:
            jobb = actions.start_angring(kvittering=importen, av=av)
            return foelg(jobb.pk)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect("import_kvittering", kvittering=importen.noekkel)
    innhold = {
        "kvittering": importen,
        "format": finn_format(importen.slag),
        "plan": plan,
        "avbryt": reverse("import_kvittering", args=[importen.noekkel]),
    }
    return render(
        request, "importering/angre.html", innhold, status=KONFLIKT if request.method == "POST" else 200
    )
