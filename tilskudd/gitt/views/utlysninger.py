"""Calls: the list, one call, make, change, open, close."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
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
from integrering.tilgang.models import Virksomhet
from tilskudd.gitt import maler
from tilskudd.gitt.actions import utlysning as actions
from tilskudd.gitt.forms.utlysning import FristSkjema, UtlysningSkjema, verdier_av, verdier_av_mal
from tilskudd.gitt.lister import SOEKNADER, UTLYSNINGER, tilstanden
from tilskudd.gitt.models import Utlysning
from tilskudd.gitt.queries.saken import oversikt
from tilskudd.gitt.queries.utlysninger import er_aapen
from tilskudd.gitt.roller import ALLE, FYLKET, RAADGIVER, SOEKER
from tilskudd.gitt.tekster import grenser
from tilskudd.gitt.views.felles import utlysning_eller_404


@krever(*ALLE)
@require_safe
def utlysninger(request: HttpRequest) -> HttpResponse:
    """The county's list of calls; applicants come to their own page."""
    av = aktoer_i(request)
    if av.har(*SOEKER):
        return redirect("gitt:mine")
    return vis_liste(
        request, UTLYSNINGER, mal="gitt/utlysninger.html", kan_skrive=av.har(*RAADGIVER), maler=maler.alle()
    )


@krever(*FYLKET)
@require_safe
def soeknader(request: HttpRequest) -> HttpResponse:
    """All applications that are sent."""
    return vis_liste(request, SOEKNADER, mal="gitt/soeknader.html")


@krever(*ALLE)
@require_safe
def utlysning(request: HttpRequest, gitt_utlysning: UUID) -> HttpResponse:
    """One call: what applicants read, and for the county what can be done."""
    funnet, av = utlysning_eller_404(gitt_utlysning), aktoer_i(request)
    innhold: dict[str, Any] = {
        "utlysning": funnet,
        "status": tilstanden(funnet),
        "grenser": grenser(funnet),
        "kriterier": list(funnet.kriterier.all()),
        "fylket": av.er_fylke,
        "raadgiver": av.har(*RAADGIVER),
    }
    if av.er_fylke:
        innhold["sum"] = oversikt(funnet)
    else:
        type_ = Virksomhet.objects.values_list("type", flat=True).get(pk=av.virksomhet_id)
        innhold["kan_soeke"] = er_aapen(funnet, type_, timezone.localdate())
    return render(request, "gitt/utlysning.html", innhold)


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def utlysning_ny(request: HttpRequest) -> HttpResponse:
    """Make a call, from a template (`?mal=kode`) or from nothing."""
    kode = request.GET.get("mal", "")
    mal = maler.alle().get(kode)
    if kode and mal is None:
        raise Http404
    start = verdier_av_mal(mal) if mal else {"utbetaling": "foer"}
    skjema = UtlysningSkjema(skrevet(request), initial=start, avbryt=reverse("gitt:utlysninger"))

    def gjoer(svar: UtlysningSkjema) -> HttpResponse:
        ny = actions.lag_utlysning(data=svar.utlysningen, av=aktoer_i(request))
        messages.success(request, _("Utkastet er lagret. Les gjennom, og åpne utlysningen når den er klar."))
        return redirect(_adresse(ny))

    innhold = {"overskrift": _("Ny utlysning"), "mal_kilde": mal["kilde"] if mal else ""}
    return behandle(request, skjema, Svar("gitt/utlysning_skjema.html", innhold, gjoer))


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def utlysning_endre(request: HttpRequest, gitt_utlysning: UUID) -> HttpResponse:
    """Change a draft; of an open call only the deadline and the pot."""
    funnet = utlysning_eller_404(gitt_utlysning)
    utkast = funnet.tilstand == "utkast"
    klasse: Any = UtlysningSkjema if utkast else FristSkjema
    skjema = klasse(skrevet(request), initial=verdier_av(funnet), avbryt=_adresse(funnet))

    def gjoer(svar: Any) -> HttpResponse:
        versjon, av = svar.cleaned_data["versjon"] or 0, aktoer_i(request)
        if utkast:
            actions.endre_utlysning(utlysning=funnet, versjon=versjon, data=svar.utlysningen, av=av)
        else:
            frist, ramme = svar.cleaned_data["frist"], svar.cleaned_data["ramme"]
            actions.flytt_frist(utlysning=funnet, versjon=versjon, frist=frist, ramme=ramme, av=av)
        messages.success(request, _("Utlysningen er endret."))
        return redirect(_adresse(funnet))

    innhold = {"overskrift": _("Endre utlysningen"), "utlysning": funnet}
    return behandle(request, skjema, Svar("gitt/utlysning_skjema.html", innhold, gjoer, verdier_av))


@krever(*RAADGIVER)
@require_POST
def utlysning_gaa(request: HttpRequest, gitt_utlysning: UUID) -> HttpResponse:
    """Open or close the call (`til` in the form)."""
    funnet = utlysning_eller_404(gitt_utlysning)
    gjoer, tekst = {
        "utlyst": (actions.aapne, _("Utlysningen er åpen for søknader.")),
        "lukket": (actions.lukk, _("Utlysningen er lukket.")),
        "fordelt": (actions.fordel, _("Alle søknadene er avgjort.")),
        "avsluttet": (actions.avslutt, _("Utlysningen er avsluttet.")),
    }.get(request.POST.get("til", ""), (None, ""))
    versjon = request.POST.get("versjon", "")
    if gjoer is None or not versjon.isdecimal():
        raise Http404
    try:
        gjoer(utlysning=funnet, versjon=int(versjon), av=aktoer_i(request))
        messages.success(request, tekst)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(_adresse(funnet))


def _adresse(u: Utlysning) -> str:
    return reverse("gitt:utlysning", args=[u.noekkel])
