"""Rates: the table, and the form."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i
from tilskudd import actions
from tilskudd.doerer import SATSEIER, for_fylket
from tilskudd.forms import SatsSkjema
from tilskudd.lister import SATSER
from tilskudd.models import Sats
from tilskudd.queries import satser as les


@for_fylket()
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """Show the rates by year, with status, source and the runs that used them."""
    kan_endre = aktoer_i(request).har(*SATSEIER)
    return vis_liste(request, SATSER, mal="tilskudd/satser.html", kan_endre=kan_endre, demo=settings.DEMO)


@for_fylket(*SATSEIER)
@require_http_methods(["GET", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Enter a rate."""
    return _skjema(request, None)


@for_fylket(*SATSEIER)
@require_http_methods(["GET", "POST"])
def endre(request: HttpRequest, sats_id: int) -> HttpResponse:
    """Change amount, status or source of a rate."""
    return _skjema(request, get_object_or_404(Sats, pk=sats_id))


def _skjema(request: HttpRequest, sats: Sats | None) -> HttpResponse:
    skjema = SatsSkjema(
        request.POST or None, sats=sats, demo=settings.DEMO, avbryt=reverse("tilskudd:satser")
    )
    if request.method == "POST" and skjema.is_valid():
        try:
            lagret = actions.lagre_sats(av=aktoer_i(request), **skjema.verdier())
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Satsen %(sats)s er lagret.") % {"sats": lagret})
            return redirect("tilskudd:satser")
    return render(
        request,
        "tilskudd/sats_skjema.html",
        {"skjema": skjema, "sats": sats, "brukt": sats is not None and les.er_brukt(sats)},
        status=422 if skjema.is_bound else 200,
    )
