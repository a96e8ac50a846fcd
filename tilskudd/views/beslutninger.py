"""Decisions about a run: «Kontroller svarene» first, then the deed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.doerer import aktoer_i
from tilskudd import actions
from tilskudd.doerer import BEREGNER, FORKASTER, GODKJENNER, UTBETALER, for_fylket
from tilskudd.forms import ForkastSkjema, SettSkjema
from tilskudd.godkjenningskontroll import kontroller
from tilskudd.models import Kjoering, Kjoeringstilstand
from tilskudd.queries import kjoeringsside as les
from tilskudd.queries.sammenligning import sammenligning

Tilstand = Kjoeringstilstand
_KREVER = {
    "send": (Tilstand.BEREGNET,),
    "godkjenn": (Tilstand.TIL_GODKJENNING,),
    "forkast": (Tilstand.BEREGNET, Tilstand.TIL_GODKJENNING),
    "utbetalt": (Tilstand.GODKJENT,),
}


@for_fylket(*BEREGNER)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Send a calculated run to approval."""
    return _beslutning(
        request, kvartal, "send", SettSkjema,
        lambda k, skjema: actions.send_til_godkjenning(kjoering=k, av=aktoer_i(request)),
        _("%(kvartal)s er sendt til godkjenning. Neste: en tilskuddsgodkjenner kontrollerer og godkjenner."),
    )  # fmt: skip


@for_fylket(*GODKJENNER)
@require_http_methods(["GET", "POST"])
def godkjenn(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Approve a run that someone else has calculated."""
    return _beslutning(
        request, kvartal, "godkjenn", SettSkjema,
        lambda k, skjema: actions.godkjenn(kjoering=k, av=aktoer_i(request)),
        _("%(kvartal)s er godkjent. Neste: merk som utbetalt når pengene er kommet."),
    )  # fmt: skip


@for_fylket(*FORKASTER)
@require_http_methods(["GET", "POST"])
def forkast(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Reject a run with a reason."""
    return _beslutning(
        request, kvartal, "forkast", ForkastSkjema,
        lambda k, skjema: actions.forkast(
            kjoering=k, grunn=skjema.cleaned_data["grunn"], av=aktoer_i(request)
        ),
        _("%(kvartal)s er forkastet. Neste: en tilskuddsrådgiver beregner på nytt."),
    )  # fmt: skip


@for_fylket(*UTBETALER)
@require_http_methods(["GET", "POST"])
def utbetalt(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Mark an approved run as paid."""
    return _beslutning(
        request, kvartal, "utbetalt", SettSkjema,
        lambda k, skjema: actions.merk_utbetalt(kjoering=k, av=aktoer_i(request)),
        _("%(kvartal)s er merket som utbetalt."),
    )  # fmt: skip


def _beslutning(
    request: HttpRequest,
    kvartal: Kvartal,
    steg: str,
    skjemaklasse: type[SettSkjema],
    gjoer: Callable[[Kjoering, SettSkjema], object],
    kvittering: str,
) -> HttpResponse:
    """Show what is decided about; on POST do it, unless the run is another than the one that was shown."""
    kjoering = les.kjoering_for(kvartal)
    if kjoering is None:
        raise Http404
    siden = reverse("tilskudd:kvartal", args=[kvartal])
    if kjoering.tilstand not in _KREVER[steg]:
        messages.warning(request, _endret(kjoering))
        return redirect(siden)
    skjema = skjemaklasse(request.POST or None, initial={"sett": _sett(kjoering)}, avbryt=siden)
    if request.method == "POST" and skjema.is_valid():
        if skjema.cleaned_data["sett"] != _sett(kjoering):
            messages.warning(request, _endret(kjoering))
            return redirect(siden)
        try:
            gjoer(kjoering, skjema)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, kvittering % {"kvartal": visning.kvartal(kvartal)})
            return redirect(siden)
    return render(
        request,
        f"tilskudd/beslutning_{steg}.html",
        {**_kontekst(request, kjoering, skjema), **_ord(steg, kjoering)},
        status=422 if skjema.is_bound else 200,
    )


def _sett(kjoering: Kjoering) -> str:
    """Return what the reader decides about: this calculation, in this state."""
    return f"{kjoering.pk}-{kjoering.tilstand}"


def _endret(kjoering: Kjoering) -> str:
    """Say that someone else was here first."""
    return _(
        "Kjøringen er endret siden du åpnet siden: den er nå «%(tilstand)s». Se gjennom tallene på nytt."
    ) % {"tilstand": kjoering.get_tilstand_display().lower()}


def _ord(steg: str, kjoering: Kjoering) -> dict[str, str]:
    """Return heading and button of a step."""
    overskrift, knapp = {
        "send": (_("Send %(kvartal)s til godkjenning"), _("Send til godkjenning")),
        "godkjenn": (_("Godkjenn %(kvartal)s"), _("Godkjenn")),
        "forkast": (_("Forkast %(kvartal)s"), _("Forkast kjøringen")),
        "utbetalt": (_("Merk %(kvartal)s som utbetalt"), _("Merk som utbetalt")),
    }[steg]
    return {"overskrift": overskrift % {"kvartal": visning.kvartal(kjoering.kvartal)}, "knapp": knapp}


def _kontekst(request: HttpRequest, kjoering: Kjoering, skjema: SettSkjema) -> dict[str, Any]:
    satser = les.satser_i(kjoering)
    return {
        "kjoering": kjoering,
        "skjema": skjema,
        "avbryt": skjema.avbryt,
        "side": les.kjoeringsside(kjoering),
        "sammenligning": sammenligning(kjoering),
        "satser": satser,
        "eksempel": les.har_eksempel(satser),
        "kontroller": (
            kontroller(kjoering, bruker_id=aktoer_i(request).bruker_id, satser=satser)
            if kjoering.tilstand == Tilstand.TIL_GODKJENNING
            else []
        ),
    }
