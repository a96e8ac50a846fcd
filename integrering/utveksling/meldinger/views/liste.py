"""The lists, and reminding from one of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from integrering.lister.definisjon import Liste
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.lister import INNBOKS, SENDT, UTKAST, VENTER
from integrering.utveksling.meldinger.models import Mottak
from integrering.utveksling.meldinger.queries.oppfoelging import fakta_for, til_purring
from integrering.utveksling.meldinger.rules.oppfoelging import kan_purres
from integrering.utveksling.meldinger.views.felles import BRUKERE, faner


def _vis(request: HttpRequest, liste: Liste, velg: str = "") -> HttpResponse:
    av = aktoer_i(request)
    return vis_liste(request, liste, mal="meldinger/liste.html", velg=velg, faner=faner(av, liste.navn))


@krever(*BRUKERE)
@require_safe
def meldinger(request: HttpRequest) -> HttpResponse:
    """What has come."""
    return _vis(request, INNBOKS)


@krever(*BRUKERE)
@require_safe
def sendt(request: HttpRequest) -> HttpResponse:
    """What we have sent."""
    return _vis(request, SENDT)


@krever(*BRUKERE)
@require_safe
def utkast(request: HttpRequest) -> HttpResponse:
    """What we are writing."""
    return _vis(request, UTKAST)


@krever(*BRUKERE)
@require_safe
def venter(request: HttpRequest) -> HttpResponse:
    """Who has not acknowledged what we sent; can be reminded here, one or many."""
    return _vis(request, VENTER, velg="purreskjema")


@krever(*BRUKERE)
@require_http_methods(["POST"])
def purr(request: HttpRequest) -> HttpResponse:
    """Remind the chosen recipients: first shown, then done."""
    av = aktoer_i(request)
    ider = [int(v) for v in request.POST.getlist("valgt") if v.isascii() and v.isdecimal() and len(v) < 19]
    valgte = list(
        til_purring()
        .filter(pk__in=ider, melding__virksomhet=av.virksomhet_id)
        .select_related("virksomhet")
        .order_by("virksomhet__navn")[:500]
    )
    if not valgte:
        messages.error(request, _("Velg minst én rad."))
        return redirect("meldinger_venter")
    if request.POST.get("bekreft") == "ja":
        return _purret(request, valgte)
    i_dag = timezone.localdate()
    purres = [m for m in valgte if kan_purres(fakta_for(m), i_dag)]
    innhold = {"purres": purres, "hoppes": [m for m in valgte if m not in purres]}
    return render(request, "meldinger/purr.html", innhold)


def _purret(request: HttpRequest, valgte: list[Mottak]) -> HttpResponse:
    antall = actions.purr(mottak=valgte, av=aktoer_i(request))
    if antall:
        tekst = ngettext("%(n)s mottaker er purret.", "%(n)s mottakere er purret.", antall) % {"n": antall}
        messages.success(request, tekst)
    else:
        messages.warning(request, _("Ingen ble purret: de har svart eller er purret i dag."))
    return redirect("meldinger_venter")
