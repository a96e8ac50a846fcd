"""Needs and offers: lists, pages, write one down, change it."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.planer import actions
from regionalt.planer.forms.kunnskap import BehovSkjema, TilbudSkjema, behovsverdier, tilbudsverdier
from regionalt.planer.lister_kunnskap import BEHOV, TILBUD
from regionalt.planer.roller import SER, SKRIVER
from regionalt.planer.views.felles import behov_eller_404, tilbud_eller_404
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER)
@require_safe
def behovene(request: HttpRequest) -> HttpResponse:
    """What the region needs done."""
    kan = aktoer_i(request).har(*SKRIVER)
    return vis_liste(request, BEHOV, mal="planer/behovene.html", kan_skrive=kan)


@krever(*SER)
@require_safe
def tilbudene(request: HttpRequest) -> HttpResponse:
    """What one can learn."""
    kan = aktoer_i(request).har(*SKRIVER)
    return vis_liste(request, TILBUD, mal="planer/tilbudene.html", kan_skrive=kan)


@krever(*SER)
@require_safe
def behov(request: HttpRequest, behov_noekkel: UUID) -> HttpResponse:
    """One need, and where it is known from."""
    innhold = {"rad": behov_eller_404(behov_noekkel), "sti": _sti("behovene")}
    return _vis(request, "planer/behov.html", innhold)


@krever(*SER)
@require_safe
def tilbud(request: HttpRequest, tilbud_noekkel: UUID) -> HttpResponse:
    """One offer, and where it is known from."""
    innhold = {"rad": tilbud_eller_404(tilbud_noekkel), "sti": _sti("tilbudene")}
    return _vis(request, "planer/tilbud.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def behov_nytt(request: HttpRequest) -> HttpResponse:
    """Write down a need."""
    skjema = BehovSkjema(skrevet(request), initial=_start(request), avbryt=reverse("planer:behovene"))

    def gjoer(svar: BehovSkjema) -> HttpResponse:
        nytt = actions.nytt_behov(data=svar.data_, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Behovet er lagret."))
        return redirect("planer:behov", nytt.noekkel)

    return vis_skjema(request, skjema, Skjemaside(_("Nytt behov"), _sti("behovene")), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tilbud_nytt(request: HttpRequest) -> HttpResponse:
    """Write down an offer."""
    skjema = TilbudSkjema(skrevet(request), initial=_start(request), avbryt=reverse("planer:tilbudene"))

    def gjoer(svar: TilbudSkjema) -> HttpResponse:
        nytt = actions.nytt_tilbud(data=svar.data_, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Tilbudet er lagret."))
        return redirect("planer:tilbud", nytt.noekkel)

    return vis_skjema(request, skjema, Skjemaside(_("Nytt tilbud"), _sti("tilbudene")), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def behov_endre(request: HttpRequest, behov_noekkel: UUID) -> HttpResponse:
    """Change a need."""
    rad = behov_eller_404(behov_noekkel)
    her = reverse("planer:behov", args=[rad.noekkel])
    skjema = BehovSkjema(skrevet(request), initial=behovsverdier(rad), avbryt=her)

    def gjoer(svar: BehovSkjema) -> HttpResponse:
        actions.endre_kunnskap(rad=rad, versjon=svar.versjonen, data=svar.data_, av=aktoer_i(request))
        messages.success(request, _("Behovet er endret."))
        return redirect(her)

    side = Skjemaside(_("Endre behovet"), [*_sti("behovene"), (rad.yrke, her)])
    return vis_skjema(request, skjema, side, gjoer, behovsverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tilbud_endre(request: HttpRequest, tilbud_noekkel: UUID) -> HttpResponse:
    """Change an offer."""
    rad = tilbud_eller_404(tilbud_noekkel)
    her = reverse("planer:tilbud", args=[rad.noekkel])
    skjema = TilbudSkjema(skrevet(request), initial=tilbudsverdier(rad), avbryt=her)

    def gjoer(svar: TilbudSkjema) -> HttpResponse:
        actions.endre_kunnskap(rad=rad, versjon=svar.versjonen, data=svar.data_, av=aktoer_i(request))
        messages.success(request, _("Tilbudet er endret."))
        return redirect(her)

    side = Skjemaside(_("Endre tilbudet"), [*_sti("tilbudene"), (rad.navn, her)])
    return vis_skjema(request, skjema, side, gjoer, tilbudsverdier)


def _vis(request: HttpRequest, mal: str, innhold: dict[str, Any]) -> HttpResponse:
    return render(request, mal, innhold | {"kan_skrive": aktoer_i(request).har(*SKRIVER)})


def _start(request: HttpRequest) -> dict[str, Any]:
    """Return what a new form begins with: the plan one came from."""
    return {
        "innsending": uuid.uuid4(),
        "kilde_dato": timezone.localdate(),
        "plan": request.GET.get("plan", ""),
    }


def _sti(navn: str) -> list[tuple[str, str]]:
    tekst = _("Behov for arbeidskraft") if navn == "behovene" else _("Kvalifiseringstilbud")
    return [(_("Planer"), reverse("planer:planer")), (tekst, reverse(f"planer:{navn}"))]
