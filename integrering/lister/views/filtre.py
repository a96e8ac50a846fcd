"""Saved filters: save, rename, share, delete."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT, forskjeller, med_versjon
from integrering.lister import actions, queries
from integrering.lister.eksport import finn_utvalg
from integrering.lister.forms import FilterSkjema
from integrering.lister.models import LagretFilter
from integrering.lister.register import finn_liste
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever


@dataclass(frozen=True)
class Filterrad:
    """A saved filter on the page; `url` is empty for a list whose page has more in its address."""

    lagret: LagretFilter
    tittel: str
    url: str
    mitt: bool
    kan_ryddes: bool


@krever()
@require_safe
def filtre(request: HttpRequest) -> HttpResponse:
    """The reader's filters, and those shared with them, by list."""
    av = aktoer_i(request)
    ryddet = [(r, _tittel(r.liste)) for r in queries.siste_ryddinger()]
    innhold = {"rader": [_rad(f, av) for f in queries.mine_filtre()], "ryddet": ryddet}
    return render(request, "lister/filtre.html", innhold)


def _rad(lagret: LagretFilter, av: Aktoer) -> Filterrad:
    liste = finn_liste(lagret.liste)
    try:
        url = f"{reverse(liste.adresse)}?{lagret.sporring}" if liste and av.rolle in liste.roller else ""
    except NoReverseMatch:
        url = ""
    return Filterrad(
        lagret=lagret,
        tittel=_tittel(lagret.liste),
        url=url,
        mitt=lagret.bruker_id == av.bruker_id,
        kan_ryddes=actions.kan_rydde(lagret, av),
    )


def _tittel(navn: str) -> str:
    liste = finn_liste(navn)
    return str(liste.tittel) if liste else navn


@krever()
@require_http_methods(["GET", "HEAD", "POST"])
def nytt(request: HttpRequest) -> HttpResponse:
    """Name the filter the list stands with; back to the list."""
    av, valgt = aktoer_i(request), request.GET
    sti = valgt.get("sti", "")
    try:
        utvalg = finn_utvalg(liste=valgt.get("liste", ""), sti=sti, sporring=valgt.get("sporring", ""), av=av)
    except Regelbrudd as feil:
        raise Http404 from feil
    tilbake = f"{sti}{utvalg.adresse()}"
    skjema = FilterSkjema(request.POST or None, avbryt=tilbake)
    if request.method == "POST" and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            lagret = actions.lagre_filter(utvalg=utvalg, navn=v["navn"], delt=v["delt"], av=av)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(
                request, _("Filteret «%(navn)s» er lagret og står over listen.") % {"navn": lagret}
            )
            return redirect(tilbake)
    innhold = {"skjema": skjema, "utvalg": utvalg, "tilbake": tilbake}
    return render(request, "lister/filter_nytt.html", innhold, status=AVVIST if skjema.is_bound else 200)


@krever()
@require_http_methods(["GET", "HEAD", "POST"])
def endre(request: HttpRequest, filter_id: uuid.UUID) -> HttpResponse:
    """Rename or share one's own filter."""
    av, lagret = aktoer_i(request), _mitt(request, filter_id)
    foer = {"navn": lagret.navn, "delt": lagret.delt, "versjon": lagret.versjon}
    skjema = FilterSkjema(request.POST or None, initial=foer, avbryt=reverse("filtre"))
    naa: LagretFilter | None = None
    if request.method == "POST" and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            actions.endre_filter(
                lagret=lagret, navn=v["navn"], delt=v["delt"], versjon=v["versjon"] or 0, av=av
            )
        except Konflikt as konflikt:
            naa = LagretFilter.objects.select_related("endret_av").get(pk=konflikt.naa.pk)
            med_versjon(skjema, naa.versjon)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Filteret «%(navn)s» er lagret.") % {"navn": lagret.navn})
            return redirect("filtre")
    linjer = forskjeller(skjema, {"navn": naa.navn, "delt": naa.delt}) if naa else []
    status = KONFLIKT if naa else AVVIST if skjema.is_bound else 200
    innhold = {"skjema": skjema, "lagret": lagret, "naa": naa, "linjer": linjer}
    return render(request, "lister/filter_endre.html", innhold, status=status)


@krever()
@require_http_methods(["GET", "HEAD", "POST"])
def slett(request: HttpRequest, filter_id: uuid.UUID) -> HttpResponse:
    """Ask, then delete one's own filter; an administrator also what a colleague shares, or the sharing."""
    av, lagret = aktoer_i(request), queries.delt_filter(filter_id)
    if lagret is None:
        raise Http404
    mitt, bekreft = lagret.bruker_id == av.bruker_id, request.POST.get("bekreft", "")
    if not mitt and not actions.kan_rydde(lagret, av):
        raise Http404
    if request.method == "POST" and bekreft:
        return _slett(request, lagret, bare_deling=bekreft == "deling", mitt=mitt)
    innhold = {"lagret": lagret, "tittel_": _tittel(lagret.liste), "mitt": mitt}
    return render(request, "lister/filter_slett.html", innhold)


def _slett(request: HttpRequest, lagret: LagretFilter, *, bare_deling: bool, mitt: bool) -> HttpResponse:
    navn = lagret.navn
    tekst = _("Filteret «%(navn)s» er slettet.")
    if mitt:
        actions.slett_filter(lagret=lagret)
    else:
        try:
            actions.rydd_delt_filter(lagret=lagret, slett=not bare_deling, av=aktoer_i(request))
        except Regelbrudd as brudd:
            messages.error(request, str(brudd))
            return redirect("filtre")
        if bare_deling:
            tekst = _("Filteret «%(navn)s» er ikke delt lenger. Den som laget det, har det fortsatt.")
    messages.success(request, tekst % {"navn": navn})
    return redirect("filtre")


def _mitt(request: HttpRequest, filter_id: uuid.UUID) -> LagretFilter:
    lagret = queries.mitt_filter(filter_id, aktoer_i(request))
    if lagret is None:
        raise Http404
    return lagret
