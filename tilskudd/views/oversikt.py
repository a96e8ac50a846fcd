"""The quarters, and the start of a calculation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.queries import vaart_fylke
from tilskudd import actions
from tilskudd.actions.beregning import for_langt_fram
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.forms import BeregnSkjema
from tilskudd.models import Bokkontroll, Kjoering, Kjoeringstilstand
from tilskudd.queries import oversikt as les
from tilskudd.queries.kjoeringsside import kjoering_for
from tilskudd.queries.kontroll import KONTROLLER, siste_bokkontroll
from tilskudd.queries.pengeoversikt import pengeoversikt
from tilskudd.queries.satser import manglende_koder
from tilskudd.roller import BOKKONTROLLERER
from tilskudd.rules.frister import VENTETID, kan_starte, vanlig_skjaeringstidspunkt, vanlig_utbetalingsdato


@for_fylket()
@require_safe
def oversikt(request: HttpRequest) -> HttpResponse:
    """Show the quarters newest first, what is next, and what stands in the way."""
    rader = les.kvartalsrader()
    neste = les.neste_kvartal()
    return render(
        request,
        "tilskudd/oversikt.html",
        {
            "rader": rader,
            "penger": pengeoversikt() if rader else None,
            "neste": neste,
            "uferdig": next((r.kjoering for r in rader if _er_uferdig(r.kjoering)), None),
            "andre_fylker": any(r.utbetales.andre_fylker for r in rader),
            "fylke": vaart_fylke(),
            "kan_beregne": aktoer_i(request).har(*BEREGNER),
            "manglende": manglende_koder(neste.kvartal.aar),
            "bokkontroll": (bokkontroll := siste_bokkontroll()),
            "punkter": _punkter(bokkontroll),
            "kan_kontrollere": aktoer_i(request).har(*BOKKONTROLLERER),
            "demo": settings.DEMO,
        },
    )


@for_fylket(*BOKKONTROLLERER)
@require_POST
def kontroller(request: HttpRequest) -> HttpResponse:
    """Start the proof of the books, and follow it."""
    try:
        jobb = actions.start_bokkontroll(av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.warning(request, str(brudd))
        return redirect("tilskudd:oversikt")
    return foelg(jobb.pk)


def _punkter(svar: Bokkontroll | None) -> list[tuple[str, int]]:
    """Return the checks of a proof in words, with how many findings each had."""
    if svar is None:
        return []
    return [(str(tekst), svar.avvik[navn]) for navn, tekst, _finn in KONTROLLER if navn in svar.avvik]


def _er_uferdig(kjoering: Kjoering) -> bool:
    return not kjoering.er_bokfoert and kjoering.tilstand != Kjoeringstilstand.FORKASTET


@for_fylket(*BEREGNER)
@require_http_methods(["GET", "POST"])
def beregn(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Confirm the quarter, cut-off and payment date; start the job and follow it."""
    finnes = kjoering_for(kvartal)
    skjema = BeregnSkjema(
        request.POST or None,
        kvartal=kvartal,
        initial=_forslag(kvartal, finnes),
        avbryt=_tilbake(finnes),
    )
    if request.method == "POST" and skjema.is_valid():
        try:
            jobb = actions.start_beregning(
                kvartal=kvartal,
                skjaeringstidspunkt=skjema.skjaeringstidspunkt,
                utbetalingsdato=skjema.cleaned_data["utbetalingsdato"],
                av=aktoer_i(request),
            )
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            return foelg(jobb.pk)
    status = 422 if skjema.is_bound else 200
    return render(request, "tilskudd/beregn.html", _beregn_kontekst(kvartal, finnes, skjema), status=status)


def _forslag(kvartal: Kvartal, finnes: Kjoering | None) -> dict[str, Any]:
    """Return what the form starts with: the draft's own dates, else the rule."""
    if finnes is not None and _er_uferdig(finnes):
        siste = timezone.localtime(finnes.skjaeringstidspunkt).date()
        return {"siste_dag": siste, "utbetalingsdato": finnes.utbetalingsdato}
    return {
        "siste_dag": kvartal.til,
        "utbetalingsdato": vanlig_utbetalingsdato(kvartal, vanlig_skjaeringstidspunkt(kvartal)),
    }


def _tilbake(finnes: Kjoering | None) -> str:
    return reverse("tilskudd:kvartal", args=[finnes.kvartal]) if finnes else reverse("tilskudd:oversikt")


def _beregn_kontekst(kvartal: Kvartal, finnes: Kjoering | None, skjema: BeregnSkjema) -> dict[str, Any]:
    vanlig = vanlig_skjaeringstidspunkt(kvartal)
    naa = timezone.now()
    return {
        "kvartal": kvartal,
        "skjema": skjema,
        "erstatter": finnes if finnes and _er_uferdig(finnes) else None,
        "bokfoert": finnes if finnes and finnes.er_bokfoert else None,
        "for_tidlig": None if kan_starte(vanlig, naa) else vanlig + VENTETID,
        "for_langt_fram": for_langt_fram(kvartal),
        "bygger_paa": les.siste_bokfoerte(),
    }
