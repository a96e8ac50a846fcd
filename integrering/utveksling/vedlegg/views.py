"""The one way to a file's content, and its versions."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.vedlegg import actions, queries
from integrering.utveksling.vedlegg.baerere import baerer_av
from integrering.utveksling.vedlegg.forms import VersjonSkjema
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


@krever(*VISER)
@require_http_methods(GET_POST)
def versjoner(request: HttpRequest, vedlegg_noekkel: UUID) -> HttpResponse:
    """The versions of a file; until it is sent, its owner adds a new one here."""
    av, funnet = aktoer_i(request), queries.finn(vedlegg_noekkel)
    if funnet is None:
        raise Http404
    if funnet.person_id is not None:
        actions.logg_innsyn(person_id=funnet.person_id, av=av, hvor="vedlegg")
    baerer, alle = baerer_av(funnet, av), queries.versjoner_av(funnet)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    tilbake = baerer.url if baerer else reverse("vedlegg_versjoner", args=[funnet.noekkel])
    skjema = VersjonSkjema(*data, avbryt=tilbake)

    def gjoer(svar: VersjonSkjema) -> HttpResponse:
        ny = actions.ny_versjon(vedlegg=funnet, fil=svar.cleaned_data["vedlegg"][0], av=av)
        if ny.nummer == alle[0].nummer:
            messages.info(request, _("Filen er den samme som før. Ingen ny versjon er lagret."))
        else:
            tekst = _("Versjon %(nr)s av «%(navn)s» er lagret.")
            messages.success(request, tekst % {"nr": ny.nummer, "navn": ny.filnavn})
        return redirect(tilbake)

    vaart, aapent = funnet.virksomhet_id == av.virksomhet_id, baerer is None or baerer.aapen
    innhold = {
        "vedlegg": funnet,
        "versjoner": alle,
        "baerer": baerer,
        "vaart": vaart,
        "kan_endres": vaart and aapent and funnet.laast is None,
    }
    return behandle(request, skjema, Svar("vedlegg/versjoner.html", innhold, gjoer))
