"""The lists, the calls, and the methods."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.doerer import for_fylket
from tilskudd.ordninger.tekster import sikkerhetsstatus
from tilskudd.soekt import actions
from tilskudd.soekt.forms.utlysning import UtlysningSkjema, utlysningsverdier
from tilskudd.soekt.lister import SOEKNADER, UTLYSNINGER
from tilskudd.soekt.models import Utlysning, Vilkaarsdel
from tilskudd.soekt.queries.bruk import metodene
from tilskudd.soekt.queries.utlysninger import finn_utlysning, fristtilstand
from tilskudd.soekt.roller import SKRIVER, UTLYSER

MEST = 100


@for_fylket()
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """What the county has applied for."""
    return vis_liste(request, SOEKNADER, mal="soekt/liste.html", kan_skrive=aktoer_i(request).har(*SKRIVER))


@for_fylket()
@require_safe
def utlysninger(request: HttpRequest) -> HttpResponse:
    """The calls of the state."""
    kan = aktoer_i(request).har(*UTLYSER)
    return vis_liste(request, UTLYSNINGER, mal="soekt/utlysninger.html", kan_endre=kan)


@for_fylket()
@require_safe
def utlysning(request: HttpRequest, soekt_utlysning_id: int) -> HttpResponse:
    """A call with its conditions."""
    funnet, av = _finn(soekt_utlysning_id), aktoer_i(request)
    gjelder = list(funnet.vilkaar.filter(gjelder=True))
    innhold = {
        "utlysning": funnet,
        "status": fristtilstand(funnet, timezone.localdate()),
        "sikkerhet": sikkerhetsstatus(funnet.sikkerhet),
        "kildelenke": funnet.kilde if funnet.kilde.startswith("https://") else "",
        "deler": [(d.label, [v for v in gjelder if v.omraade == d]) for d in Vilkaarsdel],
        "soeknader": list(funnet.soeknader.order_by("-pk")),
        "kan_endre": av.har(*UTLYSER),
        "kan_skrive": av.har(*SKRIVER),
    }
    return render(request, "soekt/utlysning.html", innhold)


@krever(*UTLYSER)
@require_http_methods(GET_POST)
def utlysning_ny(request: HttpRequest) -> HttpResponse:
    """Register a call; from last year's (`?som=`) what it said is filled in."""
    start: dict[str, Any] = {"aar": timezone.localdate().year}
    som = request.GET.get("som", "")
    forrige = finn_utlysning(int(som)) if som.isascii() and som.isdecimal() and len(som) < 10 else None
    if forrige:
        uten = {"versjon", "frist", "rapportfrist", "ramme", "kilde", "sikkerhet", "aar"}
        start |= {felt: verdi for felt, verdi in utlysningsverdier(forrige).items() if felt not in uten}
        start["aar"] = max(forrige.aar + 1, start["aar"])
    skjema = UtlysningSkjema(skrevet(request), initial=start, avbryt=reverse("soekt:utlysninger"))

    def gjoer(svar: UtlysningSkjema) -> HttpResponse:
        ny = actions.lag_utlysning(
            data=svar.data_for_utlysningen, vilkaar=svar.vilkaarene, av=aktoer_i(request)
        )
        messages.success(request, _("«%(navn)s» er lagt inn.") % {"navn": ny})
        return redirect("soekt:utlysning", ny.pk)

    return behandle(request, skjema, Svar("soekt/utlysning_skjema.html", {}, gjoer))


@krever(*UTLYSER)
@require_http_methods(GET_POST)
def utlysning_endre(request: HttpRequest, soekt_utlysning_id: int) -> HttpResponse:
    """Change a call and its conditions."""
    funnet = _finn(soekt_utlysning_id)
    tilbake = reverse("soekt:utlysning", args=[funnet.pk])
    skjema = UtlysningSkjema(skrevet(request), initial=utlysningsverdier(funnet), avbryt=tilbake)

    def gjoer(svar: UtlysningSkjema) -> HttpResponse:
        actions.endre_utlysning(
            utlysning=funnet,
            versjon=svar.sett,
            data=svar.data_for_utlysningen,
            vilkaar=svar.vilkaarene,
            av=aktoer_i(request),
        )
        messages.success(request, _("«%(navn)s» er lagret.") % {"navn": funnet})
        return redirect(tilbake)

    return behandle(
        request,
        skjema,
        Svar("soekt/utlysning_skjema.html", {"utlysning": funnet}, gjoer, utlysningsverdier),
    )


@for_fylket()
@require_safe
def metoder(request: HttpRequest) -> HttpResponse:
    """Methods others can use, from all that is granted; searched by their words."""
    tekst = request.GET.get("q", "")[:100]
    funnet = list(metodene(tekst)[: MEST + 1])
    innhold = {"metoder": funnet[:MEST], "flere": len(funnet) > MEST, "tekst": tekst, "mest": MEST}
    return render(request, "soekt/metoder.html", innhold)


def _finn(nummer: int) -> Utlysning:
    funnet = finn_utlysning(nummer)
    if funnet is None:
        raise Http404
    return funnet
