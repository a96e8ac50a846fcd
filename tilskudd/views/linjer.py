"""Lines of a recipient, and one line explained."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.visning import Listeside, vis_liste
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import for_fylket
from tilskudd.faktatekst import faktatekst
from tilskudd.lister import KJOERINGSLINJER, MOTTAKERE, MOTTAKERLINJER
from tilskudd.lister_endringer import ENDRINGER
from tilskudd.models import Linje, Linjetypevalg
from tilskudd.queries import linjeside as les
from tilskudd.queries.fakta import versjoner_for
from tilskudd.queries.kjoeringsside import kjoering_for
from tilskudd.queries.kontrollsum import krev_kontrollsum
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
    krev_kontrollsum(kjoering)
    side = Listeside(
        request,
        MOTTAKERLINJER,
        parametre={"kvartal": kvartal, "kode": kode, "kjoering": kjoering, "mottaker": rad.mottaker},
    )
    alle_linjer = les.summer(les.linjer_for(kjoering, rad.mottaker))
    type_ = side.utvalg.filter.get("type", "")
    innhold = {
        "kjoering": kjoering,
        "rad": rad,
        "liste": side,
        "skjema": side.utvalg.skjema,
        "summer": les.summer(les.linjer_for(kjoering, rad.mottaker, type_)) if type_ else alle_linjer,
        "skjermet": rad.linjer_sum - alle_linjer.beloep,
        "filtrert": type_,
        "tabellbunn": "tilskudd/_linjesum.html",
    }
    return render(request, "tilskudd/mottaker.html", innhold, status=200 if side.utvalg.gyldig else AVVIST)


@for_fylket()
@require_safe
def mottakere(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Show a run's recipients as a list."""
    return vis_liste(request, MOTTAKERE, mal="tilskudd/kjoeringsliste.html", kvartal=kvartal)


@for_fylket()
@require_safe
def alle(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Show all lines of a run as a list."""
    return vis_liste(request, KJOERINGSLINJER, mal="tilskudd/kjoeringsliste.html", kvartal=kvartal)


@for_fylket()
@require_safe
def endringer(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Show the persons whose grant changed from the run before."""
    return vis_liste(request, ENDRINGER, mal="tilskudd/kjoeringsliste.html", kvartal=kvartal)


@for_fylket()
@require_safe
def linje(request: HttpRequest, linje_id: int) -> HttpResponse:
    """Explain one line: before, now, the days, the arithmetic, the facts, and what it corrects."""
    valgt = les.linje(linje_id)
    if valgt is None:
        raise Http404
    registrer_innsyn(person_id=valgt.person_id, av=aktoer_i(request), hvor="tilskudd-linje")
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
