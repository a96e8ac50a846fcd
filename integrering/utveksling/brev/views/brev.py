"""One letter: read, preview, finish, send, answer, delete; its PDF and its archive package."""

from __future__ import annotations

import json
from collections.abc import Callable
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
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, KONFLIKT, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.actions.felter import trykk_av, utkastets_ark
from integrering.utveksling.brev.arkivpakke import filnavn, pakke
from integrering.utveksling.brev.forms import Bekreftskjema, Sendtskjema, Svarskjema
from integrering.utveksling.brev.models import Brev, Brevtilstand, Sendemaate
from integrering.utveksling.brev.tekster import FARGE
from integrering.utveksling.brev.views.felles import LESER, SKRIVER, fil, hent_brev
from integrering.utveksling.meldinger.queries.lesing import sendt_fra
from integrering.utveksling.vedlegg.actions import hent


@krever(*LESER)
@require_safe
def vis(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """The letter as text, where it stands, and what comes next."""
    av, brev = aktoer_i(request), hent_brev(request, brev_noekkel)
    innhold = {
        "brev": brev,
        "farge": FARGE[brev.tilstand],
        "ark": _ark(brev),
        "vedlegg": queries.vedlegg_til(brev),
    }
    if not av.er_fylke:
        return render(request, "brev/mottatt.html", innhold)
    innhold["aapninger"] = list(brev.aapninger.select_related("bruker", "virksomhet").order_by("-id")[:20])
    if brev.sendemaate == Sendemaate.MELDING:
        innhold["melding"] = sendt_fra(brev.noekkel)
    return render(request, "brev/brev.html", innhold)


def _ark(brev: Brev) -> dict[str, Any]:
    """Return what stands on the paper: as locked, or as the draft would be."""
    if brev.er_laast:
        laast: dict[str, Any] = json.loads(brev.fil.inndata)
        return laast
    return utkastets_ark(brev)


@krever(*LESER)
@require_safe
def pdf(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """The PDF: the locked one, or that of the draft as it would be locked."""
    brev = hent_brev(request, brev_noekkel, "brev-pdf")
    try:
        innhold = bytes(brev.fil.pdf) if brev.er_laast else trykk_av(brev).pdf
    except Regelbrudd as brudd:  # a new version of a file may have a name that cannot be printed
        messages.error(request, str(brudd))
        return _tilbake(brev)
    return fil(innhold, filnavn(brev, "pdf"), "application/pdf", last_ned=False)


@krever(*SKRIVER)
@require_safe
def arkiv(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """The archive package of a finished letter. Raises Http404 for a draft."""
    brev = hent_brev(request, brev_noekkel, "brev-arkivpakke")
    if not brev.er_laast:
        raise Http404
    versjoner = [vedlegg.siste for vedlegg in queries.vedlegg_til(brev)]
    vedlegg = [(versjon, hent(versjon=versjon, av=aktoer_i(request))) for versjon in versjoner]
    return fil(pakke(brev, brev.fil, vedlegg), filnavn(brev, "zip"), "application/zip", last_ned=True)


# --- Decisions ---
@krever(*SKRIVER)
@require_http_methods(GET_POST)
def ferdig(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Check and lock."""
    av, brev = aktoer_i(request), hent_brev(request, brev_noekkel, "brev-ferdig")

    def gjoer(versjon: int) -> HttpResponse:
        actions.ferdigstill(brev=brev, versjon=versjon, av=av)
        messages.success(request, _("Brevet er ferdig. Neste: send det, og merk det som sendt."))
        return _tilbake(brev)

    return _avgjoer(request, brev, "brev/ferdig.html", gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def slett(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Delete a draft, in two steps."""
    av, brev = aktoer_i(request), hent_brev(request, brev_noekkel, "brev-slett")

    def gjoer(versjon: int) -> HttpResponse:
        actions.slett_utkast(brev=brev, versjon=versjon, av=av)
        messages.success(request, _("Utkastet er slettet."))
        return redirect("brev")

    return _avgjoer(request, brev, "brev/slett.html", gjoer)


def _avgjoer(
    request: HttpRequest, brev: Brev, mal: str, gjoer: Callable[[int], HttpResponse]
) -> HttpResponse:
    """Ask, and do what was decided about a draft as it was read; changed meanwhile, it is shown anew."""
    if not brev.er_utkast:
        return _tilbake(brev)
    skjema = Bekreftskjema(skrevet(request), initial={"versjon": brev.versjon})
    if request.method == "POST" and skjema.is_valid():
        try:
            return gjoer(skjema.cleaned_data["versjon"])
        except Konflikt:
            naa = hent_brev(request, brev.noekkel, "brev-endret")
            skjema = Bekreftskjema(initial={"versjon": naa.versjon})
            return _kontroller(request, naa, skjema, mal, KONFLIKT, naa=naa)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
    return _kontroller(request, brev, skjema, mal, AVVIST if skjema.errors else 200)


def _kontroller(
    request: HttpRequest, brev: Brev, skjema: Bekreftskjema, mal: str, status: int, **mer: Any
) -> HttpResponse:
    innhold = {"brev": brev, "skjema": skjema, "ark": _ark(brev), "avbryt": _adresse(brev)} | mer
    return render(request, mal, innhold, status=status)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def sendt(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Mark as sent; one that goes as a message here is sent now."""
    av, brev = aktoer_i(request), hent_brev(request, brev_noekkel, "brev-sendt")
    if brev.tilstand != Brevtilstand.FERDIG:
        return _tilbake(brev)
    kan = queries.kan_faa_melding([brev], av)
    skjema = Sendtskjema(skrevet(request), kan_faa_melding=kan, avbryt=_adresse(brev))

    def gjoer(svar: Sendtskjema) -> HttpResponse:
        actions.merk_sendt(brev=brev, av=av, **svar.cleaned_data)
        messages.success(request, _("Brevet er merket som sendt."))
        return _tilbake(brev)

    innhold = {"brev": brev, "overskrift": _("Merk brevet som sendt")}
    return behandle(request, skjema, Svar("brev/skjema.html", innhold, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def svar(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Write down that an answer came."""
    brev = hent_brev(request, brev_noekkel, "brev-svar")
    if brev.tilstand != Brevtilstand.SENDT or brev.svar_dato:
        return _tilbake(brev)
    skjema = Svarskjema(skrevet(request), avbryt=_adresse(brev))

    def gjoer(svaret: Svarskjema) -> HttpResponse:
        actions.registrer_svar(brev=brev, av=aktoer_i(request), **svaret.cleaned_data)
        messages.success(request, _("Svaret er registrert."))
        return _tilbake(brev)

    innhold = {"brev": brev, "overskrift": _("Registrer svar på brevet")}
    return behandle(request, skjema, Svar("brev/skjema.html", innhold, gjoer))


def _adresse(brev: Brev) -> str:
    return reverse("brev_vis", args=[brev.noekkel])


def _tilbake(brev: Brev) -> HttpResponse:
    return redirect(_adresse(brev))
