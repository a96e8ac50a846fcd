"""Take a list out; «Mine eksporter»."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.grunnmur.views import FARGE
from integrering.lister import actions, queries
from integrering.lister.definisjon import Status
from integrering.lister.eksport import finn_utvalg
from integrering.lister.filer import INNHOLDSTYPE
from integrering.lister.forms import EksportSkjema
from integrering.lister.models import Bestilling, Eksport, Filformat
from integrering.lister.register import finn_liste
from integrering.lister.stroem import stroem_i_kontekst
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.kontekst import kontekst_for


@krever()
@require_POST
def ny(request: HttpRequest) -> HttpResponseBase:
    """Take a list out. A small one is sent at once, a large one becomes a job on «Mine eksporter».

    POST: an export is written down. The file is finished and logged before the first byte leaves.
    """
    skjema = EksportSkjema(request.POST)
    if not skjema.is_valid():
        raise Http404
    v = skjema.cleaned_data
    format_ = Filformat(v["format"])
    try:
        utvalg = finn_utvalg(liste=v["liste"], sti=v["sti"], sporring=v["sporring"], av=aktoer_i(request))
        if not utvalg.liste.eksport:
            raise Http404
        if actions.er_stort(utvalg):
            actions.bestill(utvalg=utvalg, sti=v["sti"], format_=format_, noekkel=v["noekkel"])
            messages.success(request, _("Eksporten lages nå. Du kan hente den her når den er ferdig."))
            return redirect("eksporter")
        fil = actions.ta_ut(utvalg=utvalg, sti=v["sti"], format_=format_)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect(f"{v['sti']}?{v['sporring']}")
    return FileResponse(fil.innhold, as_attachment=True, filename=fil.navn, content_type=fil.innholdstype)


@dataclass(frozen=True)
class Bestillingsrad:
    """An order on the page."""

    bestilling: Bestilling
    tittel: str
    status: Status
    eksport: Eksport | None
    jobb: Jobb | None


@krever()
@require_safe
def eksporter(request: HttpRequest) -> HttpResponse:
    """The reader's large exports: how far, how large, until when; and what they last took out."""
    rader = [_rad(b) for b in queries.mine_bestillinger()]
    siste = [(_tittel(e.liste), e) for e in queries.siste_eksporter(aktoer_i(request))]
    lages = any(rad.jobb and rad.jobb.lever for rad in rader)
    return render(request, "lister/eksporter.html", {"rader": rader, "siste": siste, "ferdig": not lages})


def _rad(bestilling: Bestilling) -> Bestillingsrad:
    jobb = bestilling.jobb
    tilstand = Tilstand(jobb.tilstand) if jobb else Tilstand.VENTER
    return Bestillingsrad(
        bestilling=bestilling,
        tittel=_tittel(bestilling.liste),
        status=Status(str(tilstand.label), FARGE[tilstand]),
        eksport=bestilling.eksport,
        jobb=jobb,
    )


def _tittel(navn: str) -> str:
    liste = finn_liste(navn)
    return str(liste.tittel) if liste else navn


@krever()
@require_safe
def hent(request: HttpRequest, bestilling_id: uuid.UUID) -> HttpResponseBase:
    """Send the file to the one who ordered it, piece by piece."""
    bestilling = queries.min_bestilling(bestilling_id)
    if bestilling is None or bestilling.eksport is None or not bestilling.kan_hentes:
        raise Http404
    deler = stroem_i_kontekst(kontekst_for(aktoer_i(request)), partial(queries.del_av, bestilling.pk))
    return StreamingHttpResponse(
        deler,
        content_type=INNHOLDSTYPE[Filformat(bestilling.format)],
        headers={
            "Content-Length": str(bestilling.eksport.stoerrelse),
            "Content-Disposition": f'attachment; filename="{bestilling.filnavn}"',
        },
    )


@krever()
@require_http_methods(["GET", "HEAD", "POST"])
def slett(request: HttpRequest, bestilling_id: uuid.UUID) -> HttpResponse:
    """Ask, then delete an order and its file."""
    bestilling = queries.min_bestilling(bestilling_id)
    if bestilling is None:
        raise Http404
    if request.method == "POST" and request.POST.get("bekreft"):
        actions.slett_bestilling(bestilling=bestilling)
        messages.success(request, _("Eksporten er slettet. At den ble laget, står fortsatt i loggen."))
        return redirect("eksporter")
    return render(request, "lister/eksport_slett.html", {"rad": _rad(bestilling)})
