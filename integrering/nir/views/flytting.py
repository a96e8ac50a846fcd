"""Moves that wait for a decision, and the decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.visning import vis_liste
from integrering.nir import actions
from integrering.nir.forms import FlyttingSkjema
from integrering.nir.lister import FLYTTINGER
from integrering.nir.queries import oversikt
from integrering.nir.views.felles import LESER, vis_person
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*LESER)
@require_safe
def flyttinger(request: HttpRequest) -> HttpResponse:
    """Cases about persons I have, and those I have reported myself (without the person)."""
    return vis_liste(request, FLYTTINGER, mal="nir/flyttinger.html")


@krever(*LESER)
@require_http_methods(["GET", "HEAD", "POST"])
def flytting(request: HttpRequest, sak_id: int) -> HttpResponse:
    """One case, decided by the county or the municipality that has the person. 404 for others."""
    av = aktoer_i(request)
    sak = oversikt.flyttesaker().filter(pk=sak_id).first()
    person = oversikt.synlige_personer([sak]).get(sak.person_id) if sak else None
    if sak is None or person is None or not actions.kan_registrere(av):
        raise Http404
    vis_person(request, person.noekkel, "flyttesak")
    skjema = FlyttingSkjema(request.POST or None, avbryt=reverse("flyttinger"))
    if request.method == "POST" and skjema.is_valid():
        bekreft = skjema.cleaned_data["avgjoerelse"] == "bekreft"
        try:
            actions.avgjoer_flyttesak(sak=sak, bekreft=bekreft, grunn=skjema.cleaned_data["grunn"], av=av)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            hva = _("Flyttingen er bekreftet") if bekreft else _("Flyttingen er avvist")
            messages.success(request, _("%(hva)s for %(navn)s.") % {"hva": hva, "navn": person.navn})
            return redirect("flyttinger")
    innhold = {"sak": sak, "person": person, "skjema": skjema}
    return render(request, "nir/flytting.html", innhold, status=AVVIST if skjema.errors else 200)
