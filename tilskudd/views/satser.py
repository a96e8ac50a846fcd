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
from integrering.grunnmur.skjemasvar import Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i
from tilskudd import actions
from tilskudd.doerer import SATSEIER, for_fylket
from tilskudd.forms import SatsavgjoerelseSkjema, SatsSkjema, SatstrekkSkjema
from tilskudd.lister import SATSER
from tilskudd.models import Forslagstilstand, Sats, Satsforslag
from tilskudd.queries import satser as les
from tilskudd.queries import satsforslag as forslag_les
from tilskudd.roller import SATSVEDTAR


@for_fylket()
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """Show the rates by year, with status, source and the runs that used them."""
    aktoer = aktoer_i(request)
    return vis_liste(
        request,
        SATSER,
        mal="tilskudd/satser.html",
        kan_endre=aktoer.har(*SATSEIER),
        venter=list(forslag_les.ventende()),
        kan_vedta=aktoer.har(*SATSVEDTAR),
        meg=aktoer.bruker_id,
        demo=settings.DEMO,
    )


@for_fylket(*SATSEIER)
@require_http_methods(["GET", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Enter a rate."""
    return _skjema(request, None)


@for_fylket(*SATSEIER)
@require_http_methods(["GET", "POST"])
def endre(request: HttpRequest, sats_id: int) -> HttpResponse:
    """Change amount, status or source of a rate. What is adopted stays until another person has decided."""
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
            messages.success(request, _kvittering(lagret) % {"sats": lagret})
            return redirect("tilskudd:satser")
    return render(
        request,
        "tilskudd/sats_skjema.html",
        {"skjema": skjema, "sats": sats, "brukt": sats is not None and les.er_brukt(sats)},
        status=422 if skjema.is_bound else 200,
    )


def _kvittering(lagret: Sats | Satsforslag) -> str:
    if isinstance(lagret, Satsforslag):
        return _("Satsen %(sats)s er lagt inn. Den gjelder når en annen har vedtatt den.")
    return _("Satsen %(sats)s er lagret.")


@for_fylket(*SATSVEDTAR)
@require_http_methods(["GET", "POST"])
def forslag(request: HttpRequest, forslag_id: int) -> HttpResponse:
    """Show what waits beside what holds; another person adopts or rejects it, one's own may be withdrawn."""
    valgt = get_object_or_404(Satsforslag.objects.select_related("lagt_inn_av", "avgjort_av"), pk=forslag_id)
    if valgt.tilstand != Forslagstilstand.VENTER:
        messages.warning(
            request,
            _("Forslaget til %(sats)s er avgjort: «%(tilstand)s».")
            % {"sats": valgt, "tilstand": valgt.get_tilstand_display()},
        )
        return redirect("tilskudd:satser")
    eget = valgt.lagt_inn_av_id == aktoer_i(request).bruker_id
    klasse = SatstrekkSkjema if eget else SatsavgjoerelseSkjema
    skjema = klasse(skrevet(request), avbryt=reverse("tilskudd:satser"))
    innhold = {"forslag": valgt, "naa": forslag_les.gjelder_naa(valgt), "eget": eget}

    def gjoer(gyldig: SatsavgjoerelseSkjema | SatstrekkSkjema) -> HttpResponse:
        messages.success(request, _avgjoer(request, valgt, gyldig) % {"sats": valgt})
        return redirect("tilskudd:satser")

    return behandle(request, skjema, Svar("tilskudd/satsforslag.html", innhold, gjoer))


def _avgjoer(
    request: HttpRequest, valgt: Satsforslag, skjema: SatsavgjoerelseSkjema | SatstrekkSkjema
) -> str:
    av = aktoer_i(request)
    if isinstance(skjema, SatstrekkSkjema):
        actions.trekk_sats(forslag=valgt, av=av)
        return _("Forslaget til %(sats)s er trukket.")
    if skjema.cleaned_data["valg"] == "avvis":
        actions.avvis_sats(forslag=valgt, av=av, grunn=skjema.cleaned_data["grunn"])
        return _("%(sats)s er avvist. Satsen er som før.")
    actions.vedta_sats(forslag=valgt, av=av)
    return _("%(sats)s er vedtatt.")
