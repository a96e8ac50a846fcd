"""Good examples: list, page, send in, change, publish."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.kompetanse import actions
from regionalt.kompetanse.forms.eksempel import EksempelSkjema, verdier_av
from regionalt.kompetanse.lister_eksempler import EKSEMPLER
from regionalt.kompetanse.models import Eksempel
from regionalt.kompetanse.queries.eksempler import finn_eksempel
from regionalt.kompetanse.roller import LESER, MELDER_PAA, SKRIVER


@krever(*LESER)
@require_safe
def eksempler(request: HttpRequest) -> HttpResponse:
    """All examples the reader sees."""
    kan = aktoer_i(request).har(*MELDER_PAA)
    return vis_liste(request, EKSEMPLER, mal="kompetanse/eksempler.html", kan_sende=kan)


@krever(*LESER)
@require_safe
def eksempel(request: HttpRequest, eksempel: UUID) -> HttpResponse:
    """An example."""
    funnet, av = _eller_404(eksempel), aktoer_i(request)
    kan = {"kan_endre": actions.kan_endre(funnet, av), "kan_publisere": av.har(*SKRIVER)}
    return render(request, "kompetanse/eksempel.html", {"eksempel": funnet, **kan})


@krever(*MELDER_PAA)
@require_http_methods(GET_POST)
def eksempel_nytt(request: HttpRequest) -> HttpResponse:
    """Send in an example."""
    av = aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "aar": timezone.localdate().year}
    skjema = EksempelSkjema(skrevet(request), av=av, initial=start, avbryt=reverse("kompetanse:eksempler"))

    def gjoer(svar: EksempelSkjema) -> HttpResponse:
        nytt = actions.lag_eksempel(data=svar.dataene, innsending=svar.nr, av=av)
        messages.success(request, _("Eksempelet er lagret. Alle ser det når fylkeskommunen publiserer det."))
        return redirect(_adresse(nytt))

    innhold = {"overskrift": _("Nytt eksempel")}
    return behandle(request, skjema, Svar("kompetanse/eksempel_skjema.html", innhold, gjoer))


@krever(*MELDER_PAA)
@require_http_methods(GET_POST)
def eksempel_endre(request: HttpRequest, eksempel: UUID) -> HttpResponse:
    """Change an example."""
    funnet, av = _eller_404(eksempel), aktoer_i(request)
    if not actions.kan_endre(funnet, av):
        raise PermissionDenied
    skjema = EksempelSkjema(skrevet(request), av=av, initial=verdier_av(funnet), avbryt=_adresse(funnet))

    def gjoer(svar: EksempelSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_eksempel(eksempel=funnet, versjon=versjon, data=svar.dataene, av=av)
        messages.success(request, _("Eksempelet er endret."))
        return redirect(_adresse(funnet))

    innhold = {"overskrift": _("Endre eksempelet"), "eksempel": funnet}
    return behandle(request, skjema, Svar("kompetanse/eksempel_skjema.html", innhold, gjoer, verdier_av))


@krever(*SKRIVER)
@require_POST
def eksempel_publiser(request: HttpRequest, eksempel: UUID) -> HttpResponse:
    """Publish it, or take it back (`til` in the form)."""
    funnet, versjon = _eller_404(eksempel), request.POST.get("versjon", "")
    ja = request.POST.get("til") == "publisert"
    if not versjon.isdecimal():
        raise Http404
    try:
        actions.sett_publisert(eksempel=funnet, versjon=int(versjon), publisert=ja, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        tekst = _("Eksempelet er publisert.") if ja else _("Eksempelet er trukket tilbake.")
        messages.success(request, tekst)
    return redirect(_adresse(funnet))


def _eller_404(noekkel: UUID) -> Eksempel:
    funnet = finn_eksempel(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _adresse(e: Eksempel) -> str:
    return reverse("kompetanse:eksempel", args=[e.noekkel])
