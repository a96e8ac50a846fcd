"""The matrix."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integrering.grunnmur.skjemasvar import AVVIST
from integrering.matrise.lister import MATRISE
from integrering.matrise.matriseside import Matriseside
from integrering.matrise.roller import SER_PERSONER
from integrering.matrise.tekster import MERKER, TJENESTER, TJENESTER_KORT
from integrering.nir.personhandlinger import personhandlinger_for
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*sorted(SER_PERSONER))
@require_safe
def registreringsmatrise(request: HttpRequest) -> HttpResponse:
    """Persons and the twenty items, as they stand now or as they were known at the end of a day."""
    handlinger = personhandlinger_for(aktoer_i(request))
    side = Matriseside(request, MATRISE, velg="valgte" if handlinger else "")
    innhold = {
        "liste": side,
        "handlinger": handlinger,
        "skjema": side.utvalg.skjema,
        "merker": MERKER.values(),
        "tjenester": [(TJENESTER_KORT[t], TJENESTER[t]) for t in TJENESTER],
    }
    status = 200 if side.utvalg.gyldig else AVVIST
    return render(request, "matrise/matrise.html", innhold, status=status)
