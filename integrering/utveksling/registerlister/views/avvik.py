"""One row of a list, and the mark on one of its fields."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.nir.actions.roller import kan_registrere
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.registerlister import actions, tekster
from integrering.utveksling.registerlister.actions.rettelse import KAN_MERKES
from integrering.utveksling.registerlister.forms import Merkeskjema
from integrering.utveksling.registerlister.kodeverk import Grunn, Hvor
from integrering.utveksling.registerlister.lenker import rett_hos_oss
from integrering.utveksling.registerlister.models import Feltsammenligning, Registerrad
from integrering.utveksling.registerlister.queries.lister import felt_i_raden, finn_rad, finn_sammenligning
from integrering.utveksling.registerlister.views.felles import LESER, SKRIVER

HVOR = "registerliste"


def _logg(request: HttpRequest, rad: Registerrad | None) -> None:
    """Write down that somebody looked at the person of a row, if we have the person."""
    if rad and rad.person_id:
        registrer_innsyn(person_id=rad.person_id, av=aktoer_i(request), hvor=HVOR)


@krever(*LESER)
@require_safe
def rad(request: HttpRequest, rad_noekkel: UUID) -> HttpResponse:
    """A person in a list, field by field: the register, us, and what is done about it."""
    raden = finn_rad(rad_noekkel)
    if raden is None:
        raise Http404
    _logg(request, raden)
    felt = [_linje(f) for f in felt_i_raden(raden)]
    innhold = {"rad": raden, "felt": felt, "kan_merke": kan_registrere(aktoer_i(request))}
    return render(request, "registerlister/rad.html", innhold)


def _linje(felt: Feltsammenligning) -> dict[str, object]:
    """Return one field as the page shows it."""
    aapent = felt.utfall in KAN_MERKES
    return {
        "felt": felt,
        "navn": tekster.feltnavn(felt),
        "register": tekster.i_registeret(felt),
        "hos_oss": tekster.hos_oss(felt),
        "resultat": tekster.resultat(felt),
        "merke": tekster.merke(felt),
        "merkelinje": tekster.merkelinje(felt),
        "rett": rett_hos_oss(felt) if aapent else "",
        "aapent": aapent,
    }


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def merk(request: HttpRequest, felt_noekkel: UUID) -> HttpResponse:
    """Mark a difference."""
    felt = finn_sammenligning(felt_noekkel)
    if felt is None:
        raise Http404
    _logg(request, felt.rad)
    linje = _linje(felt)
    tilbake = reverse("registerrad", args=[felt.rad.noekkel])
    skjema = Merkeskjema(skrevet(request), merket=bool(linje["merkelinje"]), avbryt=tilbake)

    def gjoer(svar: Merkeskjema) -> HttpResponse:
        valgt = svar.cleaned_data["grunn"]
        actions.merk(
            sammenligning=felt,
            hvor=Hvor(svar.cleaned_data["hvor"]),
            grunn=Grunn(valgt) if valgt else None,
            av=aktoer_i(request),
        )
        messages.success(request, _("Merket. Neste liste bekrefter det, eller åpner avviket igjen."))
        return redirect(tilbake)

    innhold = {"rad": felt.rad, "linje": linje}
    return behandle(request, skjema, Svar("registerlister/merk.html", innhold, gjoer))
