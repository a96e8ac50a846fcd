"""Lines of a recipient, and one line explained."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.skjema import valgte_filtre
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import for_fylket
from tilskudd.faktatekst import faktatekst
from tilskudd.forms import Linjefilter
from tilskudd.models import Linje, Linjetypevalg
from tilskudd.queries import linjeside as les
from tilskudd.queries.fakta import versjoner_for
from tilskudd.queries.kjoeringsside import kjoering_for
from tilskudd.regnestykke import regnestykke
from tilskudd.tekster import ordningsnavn


@for_fylket()
@require_safe
def mottaker(request: HttpRequest, kvartal: Kvartal, kode: str) -> HttpResponse:
    """Show a recipient's lines, filtered and page by page, with a sum that equals the run's."""
    kjoering = kjoering_for(kvartal)
    rad = les.mottakersum(kjoering, kode) if kjoering else None
    if kjoering is None or rad is None:
        raise Http404
    filterskjema = Linjefilter(request.GET)
    type_ = filterskjema.cleaned_data.get("type", "") if filterskjema.is_valid() else ""
    alle = les.summer(les.linjer_for(kjoering, rad.mottaker))
    linjer = les.linjer_for(kjoering, rad.mottaker, type_)
    side = les.side(linjer, etter=_tall(request, "etter"), foer=_tall(request, "foer"))
    return render(
        request,
        "tilskudd/mottaker.html",
        {
            "kjoering": kjoering,
            "rad": rad,
            "side": side,
            "summer": les.summer(linjer) if type_ else alle,
            "skjermet": rad.linjer_sum - alle.beloep,
            "filtrert": type_,
            "filterskjema": filterskjema,
            "chips": valgte_filtre(filterskjema, request.GET),
            "nullstill": request.path,
            **_sidelenker(request, side),
        },
    )


def _tall(request: HttpRequest, navn: str) -> int | None:
    """Return a whole number of the query string; what is no number counts as not given."""
    tekst = request.GET.get(navn, "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 19 else None


def _sidelenker(request: HttpRequest, side: les.Linjeside) -> dict[str, str]:
    def lenke(navn: str, verdi: int | None) -> str:
        if verdi is None:
            return ""
        sporring = request.GET.copy()
        for gammel in ("etter", "foer"):
            sporring.pop(gammel, None)
        sporring[navn] = str(verdi)
        return f"?{sporring.urlencode()}"

    return {"forrige": lenke("foer", side.forrige), "neste": lenke("etter", side.neste)}


@for_fylket()
@require_safe
def linje(request: HttpRequest, linje_id: int) -> HttpResponse:
    """Explain one line: before, now, the days, the arithmetic, the facts, and what it corrects."""
    valgt = les.linje(linje_id)
    if valgt is None:
        raise Http404
    registrer_innsyn(person_id=valgt.person_id, av=aktoer_i(request), hvor="tilskudd/linje")
    return render(request, "tilskudd/linje.html", _forklaring(valgt))


def _forklaring(linje: Linje) -> dict[str, Any]:
    versjoner = versjoner_for(linje.person_id)
    alle = les.linjer_for_person(linje.person_id)
    forrige = linje.kjoering.forrige
    naa = linje.kjoering.skjaeringstidspunkt
    foer = forrige.skjaeringstidspunkt if forrige else None
    status = les.satsstatus(linje)
    rettes = les.tidligere(linje, alle)
    return {
        "linje": linje,
        "kjoering": linje.kjoering,
        "ordningsnavn": ordningsnavn(linje.ordning, linje.aar_nr),
        "aar_til": linje.aar_fra + timedelta(days=linje.dager_i_aaret - 1),
        "satsstatus": status,
        "satskilde": les.satskilde(linje, status),
        "eksempel": les.er_eksempel(status),
        "regnestykke": regnestykke(linje),
        "tilbakefoert": linje.dager_etter == 0,
        "er_trekk": linje.type == Linjetypevalg.TREKK,
        "grunnlag": [
            faktatekst(v, ny=foer is not None and v.registrert > foer) for v in versjoner.grunnlag(linje)
        ],
        "nytt": [faktatekst(v) for v in versjoner.nytt_mellom(foer, naa)] if foer else [],
        "tidligere": rettes,
        "gammel_sats": next((li.sats for li in rettes if li.sats != linje.sats), None),
        "andre": les.i_samme_kjoering(linje, alle),
    }
