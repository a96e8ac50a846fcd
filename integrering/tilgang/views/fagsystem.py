"""Doors: the professional system of a municipality, for its administrator and for the county's."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.datoer import pluss_aar
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, skrevet
from integrering.tilgang import queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api import actions
from integrering.tilgang.api.models import Apiklient
from integrering.tilgang.api.queries import fagsystemer as alle
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.forms import FagsystemSkjema
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle

FORVALTERE = (Rolle.ADMINISTRATOR, Rolle.KOMMUNE_ADMINISTRATOR)


def _kommune(av: Aktoer, nummer: str) -> Virksomhet:
    """Return the municipality. Raises Http404 for one managed elsewhere."""
    return get_object_or_404(queries.forvaltes_av(av), type="kommune", nummer=nummer)


@krever(*FORVALTERE)
@require_safe
def fagsystemer(request: HttpRequest) -> HttpResponse:
    """The municipalities, each with its open system."""
    innhold = {"rader": alle(aktoer_i(request)), "i_dag": timezone.localdate()}
    return render(request, "tilgang/fagsystemer.html", innhold)


@krever(*FORVALTERE)
@require_http_methods(GET_POST)
def nytt(request: HttpRequest, nummer: str) -> HttpResponse:
    """Make the client of a municipality, and show its token this once."""
    av = aktoer_i(request)
    kommune = _kommune(av, nummer)
    foerst = {"siste_dag": pluss_aar(timezone.localdate(), 1)}
    skjema = FagsystemSkjema(skrevet(request), initial=foerst, avbryt=reverse("fagsystemer"))
    if skjema.is_bound and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            klient, token = actions.lag_apiklient(
                virksomhet=kommune, navn=v["navn"], siste_dag=v["siste_dag"], av=av
            )
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            innhold = {"klient": klient, "token": token, "kommune": kommune}
            return render(request, "tilgang/fagsystem_token.html", innhold)
    innhold = {"skjema": skjema, "kommune": kommune}
    return render(request, "tilgang/fagsystem_nytt.html", innhold, status=AVVIST if skjema.is_bound else 200)


@krever(*FORVALTERE)
@require_http_methods(GET_POST)
def trekk(request: HttpRequest, klient_id: int) -> HttpResponse:
    """Take a token back, after a check."""
    av = aktoer_i(request)
    klient = Apiklient.objects.select_related("virksomhet").filter(pk=klient_id, trukket=None).first()
    if klient is None or not queries.kan_forvalte(av, klient.virksomhet):
        raise Http404
    if request.method == "POST":
        actions.trekk_apiklient(klient=klient, av=av)
        tekst = _("Tokenet til %(navn)s er trukket tilbake og virker ikke lenger.")
        messages.success(request, tekst % {"navn": klient})
        return redirect("fagsystemer")
    return render(request, "tilgang/fagsystem_trekk.html", {"klient": klient})
