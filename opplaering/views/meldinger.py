"""O6: what is told, what is not, and one message with what the municipality does with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST
from integrering.lister.visning import vis_liste
from integrering.tilgang.actions import registrer_innsyn, registrer_innsyn_i_mange
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering import meldingsside, meldingstekster
from opplaering.actions.melding import meld_til_kommunen
from opplaering.actions.overtakelse import aapne_melding, kvitter_melding, ta_inn
from opplaering.lister_meldinger import AVSTEMMING, MELDINGER, UMELDT
from opplaering.models import Kommunemelding
from opplaering.queries.avstemming import antall_per_tilstand, avstemming
from opplaering.queries.meldinger import finn_melding, umeldt
from opplaering.roller import ALLE, FYLKET, LESER

# As many as a page shows at most.
HOEYST = 100


@krever(*ALLE)
@require_safe
def meldinger(request: HttpRequest) -> HttpResponse:
    """What the municipalities are told, of what the reader may see."""
    av = aktoer_i(request)
    return vis_liste(
        request, MELDINGER, mal="opplaering/meldinger.html", fylket=av.er_fylke, kommunen=av.er_kommune
    )


@krever(*UMELDT.roller)
@require_safe
def ikke_meldt(request: HttpRequest) -> HttpResponse:
    """What the municipalities are not told yet: choose, and send."""
    kan = aktoer_i(request).har(*FYLKET)
    return vis_liste(request, UMELDT, mal="opplaering/umeldt.html", velg="valgte" if kan else "")


@krever(*FYLKET)
@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Show what will be sent to whom; then, confirmed, send it."""
    valgt = "paa_siden" if request.POST.get("alle") else "valgt"
    av, noekler = aktoer_i(request), request.POST.getlist(valgt)[:HOEYST]
    rader = list(umeldt().filter(noekkel__in=noekler).order_by("kommunenavn", "sortering", "hendt"))
    if not rader:
        messages.error(request, _("Velg minst én rad."))
        return redirect("opplaering_umeldt")
    if request.POST.get("bekreft") == "ja":
        try:
            sendt = meld_til_kommunen(noekler=noekler, av=av)
        except Regelbrudd as brudd:
            return _se_over(request, rader, feil=str(brudd), status=AVVIST)
        tekst = ngettext("%(n)s melding er sendt.", "%(n)s meldinger er sendt.", sendt.antall)
        messages.success(request, tekst % {"n": sendt.antall})
        return redirect("opplaering_meldinger")
    return _se_over(request, rader)


def _se_over(request: HttpRequest, rader: list[Any], *, feil: str = "", status: int = 200) -> HttpResponse:
    ider = sorted({rad.person_id for rad in rader})
    registrer_innsyn_i_mange(person_ider=ider, av=aktoer_i(request), hvor="opplaering-umeldt")
    sendes = [rad for rad in rader if not rad.person.skjermet]
    for rad in rader:
        rad.hva = meldingstekster.slagnavn(rad.slag)
        rad.linjer = meldingstekster.linjer(rad.tabell, rad.innhold, "")
    innhold = {
        "rader": sendes,
        "skjermede": [rad for rad in rader if rad.person.skjermet],
        "feil": feil,
    }
    return render(request, "opplaering/umeldt_send.html", innhold, status=status)


# --- One message ---


@krever(*ALLE)
@require_http_methods(GET_POST)
def melding(request: HttpRequest, kommunemelding: UUID) -> HttpResponse:
    """What is told beside what is registered. The municipality takes it over, or acknowledges it."""
    rad, av = _finn(kommunemelding), aktoer_i(request)
    registrer_innsyn(person_id=rad.person_id, av=av, hvor="opplaering-melding")
    if request.method == "POST":
        return _gjoer(request, rad, av)
    if rad.aapnet is None and aapne_melding(melding=rad, av=av):
        rad = _finn(kommunemelding)
    return _vis(request, rad)


def _finn(noekkel: UUID) -> Any:
    rad = finn_melding(noekkel)
    if rad is None:
        raise Http404
    return rad


def _gjoer(request: HttpRequest, rad: Kommunemelding, av: Aktoer) -> HttpResponse:
    handling = kvitter_melding if request.POST.get("handling") == "kvitter" else ta_inn
    try:
        handling(melding=rad, av=av)
    except Regelbrudd as brudd:
        return _vis(request, rad, feil=str(brudd))
    tekst = _("Kvittert for %(navn)s.") if handling is kvitter_melding else _("Registrert for %(navn)s.")
    messages.success(request, tekst % {"navn": rad.person.navn})
    return redirect("opplaering_melding", kommunemelding=rad.noekkel)


def _vis(request: HttpRequest, rad: Any, *, feil: str = "") -> HttpResponse:
    innhold = meldingsside.innhold(rad, aktoer_i(request)) | {"feil": feil}
    return render(request, "opplaering/melding.html", innhold, status=AVVIST if feil else 200)


# --- How the periods stand ---


@krever(*LESER)
@require_safe
def avstemt(request: HttpRequest) -> HttpResponse:
    """How the full-time periods stand with the municipalities."""
    antall = antall_per_tilstand(avstemming())
    tall = [(kode, meldingstekster.avstemt(kode), n) for kode, n in antall.items()]
    return vis_liste(request, AVSTEMMING, mal="opplaering/avstemming.html", tall=tall)
