"""T7: the catalogue of grant schemes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.doerer import for_fylket
from tilskudd.ordninger import actions
from tilskudd.ordninger.forms import OrdningSkjema, ordningsverdier
from tilskudd.ordninger.frister import utlysninger_i
from tilskudd.ordninger.lister import ORDNINGER
from tilskudd.ordninger.models import Ordning
from tilskudd.ordninger.queries import finn_ordning, historikk
from tilskudd.ordninger.tekster import kildelenke, sikkerhetsstatus


@for_fylket()
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """The schemes."""
    kan = aktoer_i(request).har(*actions.ROLLER)
    return vis_liste(request, ORDNINGER, mal="ordninger/liste.html", kan_endre=kan)


@for_fylket()
@require_safe
def ordning(request: HttpRequest, ordning_kode: str) -> HttpResponse:
    """A scheme, its calls and its history."""
    funnet = _finn(ordning_kode)
    innhold = {
        "ordning": funnet,
        "sikkerhet": sikkerhetsstatus(funnet.sikkerhet),
        "kildelenke": kildelenke(funnet),
        "utlysninger": utlysninger_i(funnet),
        "hendelser": historikk(funnet),
        "kan_endre": aktoer_i(request).har(*actions.ROLLER),
    }
    return render(request, "ordninger/ordning.html", innhold)


@krever(*actions.ROLLER)
@require_http_methods(GET_POST)
def ny(request: HttpRequest) -> HttpResponse:
    """Add a scheme."""
    av = aktoer_i(request)
    skjema = OrdningSkjema(
        skrevet(request), av=av, ny=True, initial={"aktiv": True}, avbryt=reverse("ordninger:liste")
    )

    def gjoer(svar: OrdningSkjema) -> HttpResponse:
        lagt_til = actions.lag_ordning(
            kode=svar.cleaned_data["kode"].lower(), data=svar.data_for_ordningen, av=av
        )
        messages.success(request, _("«%(navn)s» er lagt inn.") % {"navn": lagt_til.navn})
        return redirect("ordninger:ordning", lagt_til.kode)

    return behandle(request, skjema, Svar("ordninger/skjema.html", {}, gjoer))


@krever(*actions.ROLLER)
@require_http_methods(GET_POST)
def endre(request: HttpRequest, ordning_kode: str) -> HttpResponse:
    """Change a scheme."""
    funnet, av = _finn(ordning_kode), aktoer_i(request)
    tilbake = reverse("ordninger:ordning", args=[funnet.kode])
    skjema = OrdningSkjema(skrevet(request), av=av, initial=ordningsverdier(funnet), avbryt=tilbake)

    def gjoer(svar: OrdningSkjema) -> HttpResponse:
        actions.endre_ordning(
            ordning=funnet, versjon=svar.cleaned_data["versjon"] or 0, data=svar.data_for_ordningen, av=av
        )
        messages.success(request, _("«%(navn)s» er lagret.") % {"navn": funnet.navn})
        return redirect(tilbake)

    def naa(gjelder: Any) -> Mapping[str, Any]:
        return ordningsverdier(gjelder)

    return behandle(request, skjema, Svar("ordninger/skjema.html", {"ordning": funnet}, gjoer, naa))


def _finn(kode: str) -> Ordning:
    funnet = finn_ordning(kode)
    if funnet is None:
        raise Http404
    return funnet
