"""Needs and offers: lists, pages, write one down, change it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.planer import actions
from regionalt.planer.forms.kunnskap import BehovSkjema, TilbudSkjema, behovsverdier, tilbudsverdier
from regionalt.planer.lister_kunnskap import BEHOV, TILBUD
from regionalt.planer.models import Arbeidskraftbehov, Tilbud
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
    return _nytt(request, _BEHOV)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tilbud_nytt(request: HttpRequest) -> HttpResponse:
    """Write down an offer."""
    return _nytt(request, _TILBUD)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def behov_endre(request: HttpRequest, behov_noekkel: UUID) -> HttpResponse:
    """Change a need."""
    return _endre(request, _BEHOV, behov_eller_404(behov_noekkel))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tilbud_endre(request: HttpRequest, tilbud_noekkel: UUID) -> HttpResponse:
    """Change an offer."""
    return _endre(request, _TILBUD, tilbud_eller_404(tilbud_noekkel))


@dataclass(frozen=True)
class _Slag:
    """What is written down: its form, what the form shows of a row, the action, the addresses, the words."""

    skjema: type[BehovSkjema] | type[TilbudSkjema]
    verdier: Callable[[Any], dict[str, Any]]
    lagre: Callable[..., Arbeidskraftbehov | Tilbud]
    siden: str
    listen: str
    ny: str | Promise
    endre: str | Promise
    er_lagret: str | Promise
    er_endret: str | Promise


_BEHOV = _Slag(
    BehovSkjema, behovsverdier, actions.nytt_behov, "planer:behov", "behovene", _("Nytt behov"),
    _("Endre behovet"), _("Behovet er lagret."), _("Behovet er endret."),
)  # fmt: skip
_TILBUD = _Slag(
    TilbudSkjema, tilbudsverdier, actions.nytt_tilbud, "planer:tilbud", "tilbudene", _("Nytt tilbud"),
    _("Endre tilbudet"), _("Tilbudet er lagret."), _("Tilbudet er endret."),
)  # fmt: skip


def _nytt(request: HttpRequest, slag: _Slag) -> HttpResponse:
    """Write down a row; the plan one came from is chosen."""
    start = {
        "innsending": uuid.uuid4(),
        "kilde_dato": timezone.localdate(),
        "plan": request.GET.get("plan", ""),
    }
    skjema = slag.skjema(skrevet(request), initial=start, avbryt=reverse(f"planer:{slag.listen}"))

    def gjoer(svar: BehovSkjema | TilbudSkjema) -> HttpResponse:
        rad = slag.lagre(data=svar.data_, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, str(slag.er_lagret))
        return redirect(slag.siden, rad.noekkel)

    return vis_skjema(request, skjema, Skjemaside(str(slag.ny), _sti(slag.listen)), gjoer)


def _endre(request: HttpRequest, slag: _Slag, rad: Arbeidskraftbehov | Tilbud) -> HttpResponse:
    her = reverse(slag.siden, args=[rad.noekkel])
    skjema = slag.skjema(skrevet(request), initial=slag.verdier(rad), avbryt=her)

    def gjoer(svar: BehovSkjema | TilbudSkjema) -> HttpResponse:
        actions.endre_kunnskap(rad=rad, versjon=svar.versjonen, data=svar.data_, av=aktoer_i(request))
        messages.success(request, str(slag.er_endret))
        return redirect(her)

    side = Skjemaside(str(slag.endre), [*_sti(slag.listen), (str(rad), her)])
    return vis_skjema(request, skjema, side, gjoer, slag.verdier)


def _vis(request: HttpRequest, mal: str, innhold: dict[str, Any]) -> HttpResponse:
    return render(request, mal, innhold | {"kan_skrive": aktoer_i(request).har(*SKRIVER)})


def _sti(navn: str) -> list[tuple[str, str]]:
    tekst = _("Behov for arbeidskraft") if navn == "behovene" else _("Kvalifiseringstilbud")
    return [(str(_("Planer")), reverse("planer:planer")), (str(tekst), reverse(f"planer:{navn}"))]
