"""O3: hours and absence of a class at a school, a month at a time."""

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
from integrering.klasser.forms.laas import LaasOppSkjema
from integrering.klasser.forms.rutenett import Rutelinje
from integrering.klasser.tekster import lagret
from integrering.klasser.views.felles import logg, personer_i_svaret, vis_brudd
from integrering.klasser.views.maanedsnett import fra_forrige, leserader, maaned_eller_404, maanedslinjer
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering.actions import fravaer as actions
from opplaering.actions.skoleklasse import er_skolens
from opplaering.faktatyper import FRAVAER, FRAVAERSFELT
from opplaering.forms.fravaer import FravaerSkjema
from opplaering.kodeverk import UNDERVISNING
from opplaering.models import Skoleklasse
from opplaering.queries.fravaer import elever_i, siste_skolelaas
from opplaering.roller import ALLE, SKRIVER
from opplaering.views.skoleklasser import min_skoleklasse, skoleklasse_eller_404

STED = "opplaering-timer"


@krever(*ALLE)
@require_safe
def timer(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """Lead to the month that is due."""
    klasse = skoleklasse_eller_404(skoleklasse_noekkel)
    return redirect(_adresse(klasse, maaneder.foreslaatt(klasse.fra, klasse.til, timezone.localdate())))


@krever(*ALLE)
@require_http_methods(GET_POST)
def timer_maaned(request: HttpRequest, skoleklasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """The grid of a month; only read when it is locked, or by those who do not register."""
    klasse, denne = skoleklasse_eller_404(skoleklasse_noekkel), maaned_eller_404(maaned)
    laas = siste_skolelaas(klasse, denne)
    if not er_skolens(aktoer_i(request), klasse.skole_id) or (laas is not None and laas.laast):
        return _les(request, klasse, denne, LaasOppSkjema())
    linjer = _linjer(klasse, denne, personer_i_svaret(request.POST))
    kopier = request.method != "POST" and request.GET.get("kopier") == "ja"
    skjema = FravaerSkjema(
        skrevet(request),
        linjer=linjer,
        forslag=fra_forrige(FRAVAER, linjer, denne, FRAVAERSFELT) if kopier else None,
        avbryt=reverse("skoleklasse", args=[klasse.noekkel]),
    )
    if not skjema.is_bound:
        return _vis(request, klasse, denne, skjema)
    if not skjema.is_valid():
        return _vis(request, klasse, denne, skjema, AVVIST)
    return _lagre(request, klasse, denne, skjema)


def _lagre(request: HttpRequest, klasse: Skoleklasse, maaned: date, skjema: FravaerSkjema) -> HttpResponse:
    try:
        hva = actions.lagre_fravaer(
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
def laas(request: HttpRequest, skoleklasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """Lock the month, or unlock it with a reason."""
    klasse, denne, av = (
        min_skoleklasse(request, skoleklasse_noekkel),
        maaned_eller_404(maaned),
        aktoer_i(request),
    )
    if request.POST.get("handling") == "laas_opp":
        skjema = LaasOppSkjema(request.POST)
        if not skjema.is_valid():
            return _les(request, klasse, denne, skjema, AVVIST)
        grunn = skjema.cleaned_data["aarsak"]
        actions.laas_opp_skolemaaned(klasse=klasse, maaned=denne, aarsak=grunn, av=av)
        messages.success(request, _("%(maaned)s er låst opp.") % {"maaned": _stor(denne)})
        return redirect(_adresse(klasse, denne))
    try:
        actions.laas_skolemaaned(klasse=klasse, maaned=denne, av=av)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("%(maaned)s er låst.") % {"maaned": _stor(denne)})
    return redirect(_adresse(klasse, denne))


def _linjer(klasse: Skoleklasse, maaned: date, ogsaa: set[int]) -> list[Rutelinje]:
    personer = elever_i(klasse, maaned, maaneder.siste_dag(maaned), ogsaa=ogsaa)
    faste = {"skole_id": klasse.skole_id, "maaned": maaned}
    inndelinger = [{**faste, "undervisning": kode} for kode in klasse.undervisning]
    return maanedslinjer(FRAVAER, personer, inndelinger, "undervisning")


# --- The page ---


def _vis(
    request: HttpRequest,
    klasse: Skoleklasse,
    maaned: date,
    skjema: FravaerSkjema,
    status: int = 200,
    *,
    forskjeller: list[dict[str, str]] | None = None,
) -> HttpResponse:
    personer = [person for person, _celler, _skjulte in skjema.per_person]
    logg(request, personer, STED)
    innhold = _felles(klasse, maaned) | {
        "skjema": skjema,
        "forskjeller": forskjeller or [],
        "kan_laases": maaneder.siste_dag(maaned) <= timezone.localdate() and bool(personer),
    }
    return render(request, "opplaering/timer.html", innhold, status=status)


def _les(
    request: HttpRequest, klasse: Skoleklasse, maaned: date, skjema: LaasOppSkjema, status: int = 200
) -> HttpResponse:
    """Show a month that the reader cannot write in, and what was changed after it was locked."""
    linjer, laas = _linjer(klasse, maaned, set()), siste_skolelaas(klasse, maaned)
    logg(request, {linje.person.pk: linje.person for linje in linjer}.values(), STED)
    innhold = _felles(klasse, maaned) | {
        "rader": leserader(linjer, FRAVAERSFELT, laas.tid if laas and laas.laast else None),
        "laas": laas,
        "eier": er_skolens(aktoer_i(request), klasse.skole_id),
        "skjema": skjema,
    }
    return render(request, "opplaering/timer_les.html", innhold, status=status)


def _felles(klasse: Skoleklasse, maaned: date) -> dict[str, Any]:
    foer, etter = maaneder.forrige(maaned), maaneder.neste(maaned)
    return {
        "klasse": klasse,
        "tittel": _("Timer og fravær %(maaned)s") % {"maaned": visning.maaned(maaned)},
        "moduler": [kodenavn(UNDERVISNING, kode) for kode in klasse.undervisning],
        "felt": [capfirst(str(FRAVAER.felt(navn).verbose_name)) for navn in FRAVAERSFELT],
        "foer": _adresse(klasse, foer) if foer >= maaneder.maaned(klasse.fra) else "",
        "etter": _adresse(klasse, etter) if etter <= klasse.til else "",
        "foer_navn": visning.maaned(foer),
        "etter_navn": visning.maaned(etter),
        "laas_url": reverse("skoleklasse_laas", args=[klasse.noekkel, maaneder.skriv(maaned)]),
    }


def _adresse(klasse: Skoleklasse, maaned: date) -> str:
    return reverse("skoleklasse_timer_maaned", args=[klasse.noekkel, maaneder.skriv(maaned)])


def _stor(maaned: date) -> str:
    return capfirst(visning.maaned(maaned))
