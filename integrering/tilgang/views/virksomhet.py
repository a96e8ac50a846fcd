"""The page of an organisation: what is known of it, and where one can go from there."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.queries import virksomheter
from integrering.tilgang.virksomhetslenker import lenker_for


@krever()
@require_safe
def virksomhet(request: HttpRequest, nummer: str) -> HttpResponse:
    """Name in all its languages, number, written standard; links that the apps register."""
    funnet = virksomheter.finn(nummer)
    if funnet is None:
        raise Http404
    innhold = {"virksomhet": funnet, "lenker": lenker_for(funnet, aktoer_i(request))}
    return render(request, "tilgang/virksomhet.html", innhold)
