"""Those who moved away: the municipality keeps what it registered itself, and sees nothing newer."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.nir.historikk import hendelser
from integrering.nir.lister import TIDLIGERE
from integrering.nir.queries import oversikt
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import KOMMUNEROLLER


@krever(*KOMMUNEROLLER)
@require_safe
def tidligere_personer(request: HttpRequest) -> HttpResponse:
    """The list, by name."""
    return vis_liste(request, TIDLIGERE, mal="nir/tidligere.html")


@krever(*KOMMUNEROLLER)
@require_safe
def tidligere_person(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """What the municipality registered about one of them."""
    person, av = oversikt.finn_tidligere(noekkel), aktoer_i(request)
    if person is None:
        raise Http404
    registrer_innsyn(person_id=person.pk, av=av, hvor="tidligere")
    egne = oversikt.egne_fakta(person.pk, av.virksomhet_id)
    versjoner = [(slag, rad) for slag, rader in egne for rad in rader]
    return render(request, "nir/tidligere_person.html", {"person": person, "hendelser": hendelser(versjoner)})
