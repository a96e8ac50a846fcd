"""One letter: read, preview, finish, send, answer, delete; its PDF and its archive package."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev import actions
from integrering.utveksling.brev.actions.brev import trykk_av
from integrering.utveksling.brev.arkivpakke import filnavn, pakke
from integrering.utveksling.brev.forms import Bekreftskjema, Sendtskjema, Svarskjema
from integrering.utveksling.brev.innhold import ark_av, sett_sammen
from integrering.utveksling.brev.models import Brev, Brevtilstand
from integrering.utveksling.brev.tekster import FARGE
from integrering.utveksling.brev.views.felles import LESER, SKRIVER, fil, hent_brev, svar_i


@krever(*LESER)
@require_safe
def vis(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """The letter as text, where it stands, and what comes next."""
    av, brev = aktoer_i(request), hent_brev(request, brev_noekkel)
    innhold = {"brev": brev, "farge": FARGE[brev.tilstand], "ark": _ark(brev)}
    if not av.er_fylke:
        return render(request, "brev/mottatt.html", innhold)
    innhold["aapninger"] = list(brev.aapninger.select_related("bruker", "virksomhet").order_by("-id")[:20])
    return render(request, "brev/brev.html", innhold)


def _ark(brev: Brev) -> dict[str, Any]:
    """Return what stands on the paper: as locked, or as the draft would be."""
    if brev.er_laast:
        laast: dict[str, Any] = json.loads(brev.fil.inndata)
        return laast
    return sett_sammen(brev.malversjon, ark_av(brev))


@krever(*LESER)
@require_safe
def pdf(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """The PDF: the locked one, or that of the draft as it would be locked."""
    brev = hent_brev(request, brev_noekkel, "brev-pdf")
    innhold = bytes(brev.fil.pdf) if brev.er_laast else trykk_av(brev).pdf
    return fil(innhold, filnavn(brev, "pdf"), "application/pdf", last_ned=False)


@krever(*SKRIVER)
@require_safe
def arkiv(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """The archive package of a finished letter. Raises Http404 for a draft."""
    brev = hent_brev(request, brev_noekkel, "brev-arkivpakke")
    if not brev.er_laast:
        raise Http404
    return fil(pakke(brev, brev.fil), filnavn(brev, "zip"), "application/zip", last_ned=True)


# --- Decisions ---
@krever(*SKRIVER)
@require_http_methods(["GET", "HEAD", "POST"])
def ferdig(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Check and lock."""
    brev = hent_brev(request, brev_noekkel, "brev-ferdig")
    if not brev.er_utkast:
        return _tilbake(brev)
    skjema = Bekreftskjema(svar_i(request), initial={"versjon": brev.versjon})
    if request.method == "POST" and skjema.is_valid():
        try:
            actions.ferdigstill(brev=brev, versjon=skjema.cleaned_data["versjon"], av=aktoer_i(request))
        except Konflikt:
            return _endret_imens(request, brev_noekkel, "brev/ferdig.html")
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Brevet er ferdig. Neste: send det, og merk det som sendt."))
            return _tilbake(brev)
    return _kontroller(request, brev, skjema, "brev/ferdig.html")


@krever(*SKRIVER)
@require_http_methods(["GET", "HEAD", "POST"])
def slett(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Delete a draft, in two steps."""
    brev = hent_brev(request, brev_noekkel, "brev-slett")
    if not brev.er_utkast:
        return _tilbake(brev)
    skjema = Bekreftskjema(svar_i(request), initial={"versjon": brev.versjon})
    if request.method == "POST" and skjema.is_valid():
        try:
            actions.slett_utkast(brev=brev, versjon=skjema.cleaned_data["versjon"], av=aktoer_i(request))
        except Konflikt:
            return _endret_imens(request, brev_noekkel, "brev/slett.html")
        messages.success(request, _("Utkastet er slettet."))
        return redirect("brev")
    return _kontroller(request, brev, skjema, "brev/slett.html")


@krever(*SKRIVER)
@require_http_methods(["GET", "HEAD", "POST"])
def sendt(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Mark as sent."""
    brev = hent_brev(request, brev_noekkel, "brev-sendt")
    if brev.tilstand != Brevtilstand.FERDIG:
        return _tilbake(brev)
    skjema = Sendtskjema(svar_i(request))
    if request.method == "POST" and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            actions.merk_sendt(brev=brev, maate=v["maate"], dato=v["dato"], av=aktoer_i(request))
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Brevet er merket som sendt."))
            return _tilbake(brev)
    return _skjemaside(request, brev, skjema, _("Merk brevet som sendt"))


@krever(*SKRIVER)
@require_http_methods(["GET", "HEAD", "POST"])
def svar(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Write down that an answer came."""
    brev = hent_brev(request, brev_noekkel, "brev-svar")
    if brev.tilstand != Brevtilstand.SENDT or brev.svar_dato:
        return _tilbake(brev)
    skjema = Svarskjema(svar_i(request))
    if request.method == "POST" and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            actions.registrer_svar(brev=brev, dato=v["dato"], notat=v["notat"], av=aktoer_i(request))
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Svaret er registrert."))
            return _tilbake(brev)
    return _skjemaside(request, brev, skjema, _("Registrer svar på brevet"))


def _tilbake(brev: Brev) -> HttpResponse:
    return redirect("brev_vis", brev_noekkel=brev.noekkel)


def _endret_imens(request: HttpRequest, noekkel: UUID, mal: str) -> HttpResponse:
    """Show the letter as it stands now, to be decided anew."""
    brev = hent_brev(request, noekkel, "brev-endret")
    skjema = Bekreftskjema(initial={"versjon": brev.versjon})
    return _kontroller(request, brev, skjema, mal, KONFLIKT, naa=brev)


def _kontroller(
    request: HttpRequest, brev: Brev, skjema: Bekreftskjema, mal: str, status: int = 200, **mer: Any
) -> HttpResponse:
    avbryt = reverse("brev_vis", args=[brev.noekkel])
    innhold = {"brev": brev, "skjema": skjema, "ark": _ark(brev), "avbryt": avbryt} | mer
    return render(request, mal, innhold, status=AVVIST if skjema.errors else status)


def _skjemaside(
    request: HttpRequest, brev: Brev, skjema: Sendtskjema | Svarskjema, tittel: str
) -> HttpResponse:
    skjema.avbryt = reverse("brev_vis", args=[brev.noekkel])
    innhold = {"brev": brev, "skjema": skjema, "overskrift": tittel}
    return render(request, "brev/skjema.html", innhold, status=AVVIST if skjema.errors else 200)
