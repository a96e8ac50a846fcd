"""Hours and absence of a class and month: the grid, and the lock."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur import maaneder, visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kodenavn
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, skrevet
from integrering.klasser import actions
from integrering.klasser.forms.laas import LaasOppSkjema
from integrering.klasser.forms.rutenett import TIMEFELT, TIMER, Rutelinje, TimeSkjema
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import deltakere_i
from integrering.klasser.queries.timer import siste_laas
from integrering.klasser.tekster import lagret
from integrering.klasser.views.felles import (
    LESER,
    SKRIVER,
    klasse_eller_404,
    logg,
    min_klasse,
    personer_i_svaret,
    vis_brudd,
)
from integrering.klasser.views.maanedsnett import fra_forrige, leserader, maaned_eller_404, maanedslinjer
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*LESER)
@require_safe
def timer(request: HttpRequest, klasse_noekkel: UUID) -> HttpResponse:
    """Lead to the month that is due."""
    klasse = klasse_eller_404(klasse_noekkel)
    return redirect(_adresse(klasse, maaneder.foreslaatt(klasse.fra, klasse.til, timezone.localdate())))


@krever(*LESER)
@require_http_methods(GET_POST)
def timer_maaned(request: HttpRequest, klasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """The grid of a month; only read when it is locked, or the class is another's."""
    klasse, denne = klasse_eller_404(klasse_noekkel), maaned_eller_404(maaned)
    laas = siste_laas(klasse, denne)
    if not actions.er_eier(aktoer_i(request), klasse) or (laas is not None and laas.laast):
        return _les(request, klasse, denne, LaasOppSkjema())
    linjer = _linjer(klasse, denne, personer_i_svaret(request.POST))
    kopier = request.method != "POST" and request.GET.get("kopier") == "ja"
    skjema = TimeSkjema(
        skrevet(request),
        linjer=linjer,
        forslag=fra_forrige(TIMER, linjer, denne, TIMEFELT) if kopier else None,
        avbryt=reverse("klasse", args=[klasse.noekkel]),
    )
    if not skjema.is_bound:
        return _vis(request, klasse, denne, skjema)
    if not skjema.is_valid():
        return _vis(request, klasse, denne, skjema, AVVIST)
    return _lagre(request, klasse, denne, skjema)


def _lagre(request: HttpRequest, klasse: Klasse, maaned: date, skjema: TimeSkjema) -> HttpResponse:
    try:
        hva = actions.lagre_timer(
            klasse=klasse,
            maaned=maaned,
            linjer=skjema.svar,
            aarsak=skjema.cleaned_data["aarsak"],
            av=aktoer_i(request),
        )
    except Regelbrudd as brudd:
        return vis_brudd(brudd, skjema, partial(_vis, request, klasse, maaned, skjema))
    messages.success(request, lagret(hva, visning.maaned(maaned)))
    return redirect(_adresse(klasse, maaned))


@krever(*SKRIVER)
@require_POST
def laas(request: HttpRequest, klasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """Lock the month, or unlock it with a reason."""
    klasse, denne, av = min_klasse(request, klasse_noekkel), maaned_eller_404(maaned), aktoer_i(request)
    if request.POST.get("handling") == "laas_opp":
        skjema = LaasOppSkjema(request.POST)
        if not skjema.is_valid():
            return _les(request, klasse, denne, skjema, AVVIST)
        actions.laas_opp_maaned(klasse=klasse, maaned=denne, aarsak=skjema.cleaned_data["aarsak"], av=av)
        messages.success(request, _("%(maaned)s er låst opp.") % {"maaned": _stor(denne)})
        return redirect(_adresse(klasse, denne))
    try:
        actions.laas_maaned(klasse=klasse, maaned=denne, av=av)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("%(maaned)s er låst.") % {"maaned": _stor(denne)})
    return redirect(_adresse(klasse, denne))


# --- The cells ---


def _linjer(klasse: Klasse, maaned: date, ogsaa: set[int]) -> list[Rutelinje]:
    personer = deltakere_i(klasse, maaned, maaneder.siste_dag(maaned), ogsaa=ogsaa)
    moduler = [{"modul": modul, "maaned": maaned} for modul in klasse.moduler]
    return maanedslinjer(TIMER, personer, moduler, "modul")


# --- The page ---


def _vis(
    request: HttpRequest,
    klasse: Klasse,
    maaned: date,
    skjema: TimeSkjema,
    status: int = 200,
    *,
    forskjeller: list[dict[str, str]] | None = None,
) -> HttpResponse:
    personer = [person for person, _celler, _skjulte in skjema.per_person]
    logg(request, personer, "klasse-timer")
    innhold = _felles(klasse, maaned) | {
        "skjema": skjema,
        "forskjeller": forskjeller or [],
        "kan_laases": maaneder.siste_dag(maaned) <= timezone.localdate() and bool(personer),
    }
    return render(request, "klasser/timer.html", innhold, status=status)


def _les(
    request: HttpRequest, klasse: Klasse, maaned: date, skjema: LaasOppSkjema, status: int = 200
) -> HttpResponse:
    """Show a month that the reader cannot write in, and what was changed after it was locked."""
    linjer, laas = _linjer(klasse, maaned, set()), siste_laas(klasse, maaned)
    logg(request, {linje.person.pk: linje.person for linje in linjer}.values(), "klasse-timer")
    innhold = _felles(klasse, maaned) | {
        "rader": leserader(linjer, TIMEFELT, laas.tid if laas and laas.laast else None),
        "laas": laas,
        "eier": actions.er_eier(aktoer_i(request), klasse),
        "skjema": skjema,
    }
    return render(request, "klasser/timer_les.html", innhold, status=status)


def _felles(klasse: Klasse, maaned: date) -> dict[str, Any]:
    foer, etter = maaneder.forrige(maaned), maaneder.neste(maaned)
    return {
        "klasse": klasse,
        "maaned": maaned,
        "tittel": _("Timer og fravær %(maaned)s") % {"maaned": visning.maaned(maaned)},
        "moduler": [kodenavn("modul", kode) for kode in klasse.moduler],
        "felt": [capfirst(str(TIMER.felt(navn).verbose_name)) for navn in TIMEFELT],
        "foer": _adresse(klasse, foer) if foer >= maaneder.maaned(klasse.fra) else "",
        "etter": _adresse(klasse, etter) if etter <= klasse.til else "",
        "foer_navn": visning.maaned(foer),
        "etter_navn": visning.maaned(etter),
        "laas_url": reverse("klasse_laas", args=[klasse.noekkel, maaneder.skriv(maaned)]),
    }


def _adresse(klasse: Klasse, maaned: date) -> str:
    return reverse("klasse_timer_maaned", args=[klasse.noekkel, maaneder.skriv(maaned)])


def _stor(maaned: date) -> str:
    return capfirst(visning.maaned(maaned))
