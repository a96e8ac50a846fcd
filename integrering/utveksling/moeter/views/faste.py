"""Weekly slots: list, page with what comes, new, change, exceptions, make the meetings."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur import lesing
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter import actions, tekster
from integrering.utveksling.moeter.forms.fast_tid import FOELGER, FastTidSkjema, UnntakSkjema, tidsverdier
from integrering.utveksling.moeter.models import FastTid, Moete
from integrering.utveksling.moeter.queries import faste as queries
from integrering.utveksling.moeter.rules.faste import UKER_FRAM, Utfall
from integrering.utveksling.moeter.views.felles import KALLER_INN


@dataclass(frozen=True)
class Ukelinje:
    """A week ahead: its day, what it gives, and its meeting when that is made."""

    dag: date
    tekst: str
    moete: Moete | None


@krever(*KALLER_INN)
@require_safe
def faste_tider(request: HttpRequest) -> HttpResponse:
    """The organisation's slots."""
    return render(request, "moeter/faste_tider.html", {"tider": list(queries.faste_tider()[:200])})


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def fast_tid_ny(request: HttpRequest) -> HttpResponse:
    """Set aside a time each week; the next page shows which meetings it gives."""
    av = aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "fra": timezone.localdate(), "varighet": 60}
    skjema = FastTidSkjema(request.POST or None, av=av, initial=start, avbryt=reverse("faste_tider"))

    def gjoer(svar: FastTidSkjema) -> HttpResponse:
        tid = actions.lag_fast_tid(data=svar.data_for_tiden, innsending=svar.nr, av=av)
        messages.success(request, _("Den faste tiden er lagret. Se over ukene, og lag møtene."))
        return redirect("fast_tid", fast_tid_noekkel=tid.noekkel)

    return behandle(request, skjema, Svar("moeter/fast_tid_skjema.html", {}, gjoer))


@krever(*KALLER_INN)
@require_safe
def fast_tid(request: HttpRequest, fast_tid_noekkel: UUID) -> HttpResponse:
    """A slot and the weeks ahead."""
    return _vis(request, _tid(fast_tid_noekkel), UnntakSkjema())


def _vis(request: HttpRequest, tid: FastTid, unntak: UnntakSkjema, status: int = 200) -> HttpResponse:
    uker = queries.uker_framover(tid, timezone.localdate())
    moeter = queries.moeter_i(tid)
    innhold = {
        "tid": tid,
        "uker": [_linje(u.dag, tekster.uke(u), moeter.get(u.uke)) for u in uker],
        "nye": sum(u.utfall is Utfall.LAGES for u in uker),
        "uker_fram": UKER_FRAM,
        "deltakere": [str(d) for d in tid.deltakere.select_related("virksomhet", "bruker")],
        "unntak": list(tid.unntak.order_by("dato")),
        "unntakskjema": unntak,
        "skjema": unntak if status != 200 else None,
    }
    return render(request, "moeter/fast_tid.html", innhold, status=status)


def _linje(dag: date, tekst: str, moete: Moete | None) -> Ukelinje:
    if moete is not None:
        return Ukelinje(timezone.localdate(moete.start), str(moete.get_tilstand_display()), moete)
    return Ukelinje(dag, tekst, None)


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def fast_tid_endre(request: HttpRequest, fast_tid_noekkel: UUID) -> HttpResponse:
    """Change a slot, and say what happens to the meetings already made."""
    tid, av = _tid(fast_tid_noekkel), aktoer_i(request)
    tilbake = reverse("fast_tid", args=[tid.noekkel])
    start = tidsverdier(tid, av) | {"moetene": FOELGER}
    skjema = FastTidSkjema(request.POST or None, av=av, initial=start, avbryt=tilbake, endres=True)

    def gjoer(svar: FastTidSkjema) -> HttpResponse:
        antall = actions.endre_fast_tid(
            tid=tid,
            versjon=svar.cleaned_data["versjon"] or 0,
            data=svar.data_for_tiden,
            moetene_foelger=svar.cleaned_data["moetene"] == FOELGER,
            av=av,
        )
        tekst = ngettext(
            "Den faste tiden er endret. %(n)s møte er endret.",
            "Den faste tiden er endret. %(n)s møter er endret.",
            antall,
        )
        messages.success(request, tekst % {"n": antall})
        return redirect(tilbake)

    def naa(rad: FastTid) -> dict[str, Any]:
        return tidsverdier(rad, av)

    return behandle(request, skjema, Svar("moeter/fast_tid_skjema.html", {"tid": tid}, gjoer, naa))


@krever(*KALLER_INN)
@require_POST
def fast_tid_unntak(request: HttpRequest, fast_tid_noekkel: UUID) -> HttpResponse:
    """Let a day be without the meeting, or take such a day away."""
    tid, av = _tid(fast_tid_noekkel), aktoer_i(request)
    if "slett" in request.POST:
        actions.slett_unntak(tid=tid, dato=_dag(request.POST["slett"]), av=av)
        messages.success(request, _("Unntaket er slettet. Lag møtene på nytt om dagen skal ha møte."))
        return redirect("fast_tid", fast_tid_noekkel=tid.noekkel)
    skjema = UnntakSkjema(request.POST)
    if not skjema.is_valid():
        return _vis(request, tid, skjema, AVVIST)
    try:
        avlyst = actions.legg_til_unntak(tid=tid, av=av, **skjema.cleaned_data)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(request, tid, skjema, AVVIST)
    messages.success(
        request, _("Unntaket er lagret, og møtet er avlyst.") if avlyst else _("Unntaket er lagret.")
    )
    return redirect("fast_tid", fast_tid_noekkel=tid.noekkel)


@krever(*KALLER_INN)
@require_POST
def fast_tid_moeter(request: HttpRequest, fast_tid_noekkel: UUID) -> HttpResponse:
    """Make the meetings that the page has shown."""
    tid = _tid(fast_tid_noekkel)
    antall = actions.lag_moeter(tid=tid, i_dag=timezone.localdate(), av=aktoer_i(request))
    tekst = ngettext("%(n)s møte er laget.", "%(n)s møter er laget.", antall)
    messages.success(request, tekst % {"n": antall})
    return redirect("fast_tid", fast_tid_noekkel=tid.noekkel)


def _tid(noekkel: UUID) -> FastTid:
    tid = queries.finn_fast_tid(noekkel)
    if tid is None:
        raise Http404
    return tid


def _dag(tekst: str) -> date:
    try:
        return lesing.les_dato(tekst, timezone.localdate())
    except lesing.Ulesbar:
        raise Http404 from None
