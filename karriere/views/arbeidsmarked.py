"""The labour market beside the talk."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.grunnmur.skjemasvar import AVVIST
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from karriere.forms.arbeidsmarked import ALLE, ArbeidsmarkedFilter
from karriere.models import Sak
from karriere.queries.arbeidsmarked import Arbeidsmarked, arbeidsmarkedet
from karriere.roller import LESER_NOTAT
from karriere.views.felles import sti_til, vis_sak


@krever(*LESER_NOTAT)
@require_safe
def arbeidsmarked(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """What is needed and what one can learn, first where the person lives."""
    sak = vis_sak(request, sak_noekkel, "karriere-sak")
    skjema = ArbeidsmarkedFilter(request.GET)
    gyldig = skjema.is_valid()
    valgt = skjema.cleaned_data if gyldig else {}
    kommune = _kommunen(sak, valgt.get("kommune", ""))
    funnet = (
        arbeidsmarkedet(kommune, timezone.localdate(), yrkesfelt=valgt["yrkesfelt"])
        if gyldig
        else Arbeidsmarked([], [])
    )
    innhold = {"sak": sak, "sti": sti_til(sak), "skjema": skjema, "kommune": kommune, "marked": funnet}
    innhold["fylket"] = aktoer_i(request).er_fylke
    return render(request, "karriere/arbeidsmarked.html", innhold, status=200 if gyldig else AVVIST)


def _kommunen(sak: Sak, valgt: str) -> Virksomhet | None:
    if valgt == ALLE:
        return None
    return kommuner_i_fylket().filter(nummer=valgt).first() if valgt else sak.person.kommune
