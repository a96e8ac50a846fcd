"""Read the yearly reports: list, web, paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.brev.views.felles import fil
from regionalt.ledelse import trykk
from regionalt.ledelse.diagram import stolper
from regionalt.ledelse.models import Aarsrapport
from regionalt.ledelse.queries import rapporter as queries
from regionalt.ledelse.roller import LESER, SKRIVER


@krever(*LESER)
@require_safe
def rapporter(request: HttpRequest) -> HttpResponse:
    """All reports, the latest first."""
    kan = aktoer_i(request).har(*SKRIVER)
    innhold = {"rapporter": list(queries.rapporter()), "kan_skrive": kan}
    return render(request, "ledelse/rapporter.html", innhold)


@krever(*LESER)
@require_safe
def rapport(request: HttpRequest, rapportaar: int, utgave: int) -> HttpResponse:
    """The report as it reads: chapters with texts, tables and bars."""
    funnet = rapport_eller_404(rapportaar, utgave)
    kapitler = [
        (kapittel, [(tabell, stolper(tabell)) for tabell in kapittel.tabeller])
        for kapittel in queries.innhold(funnet)
    ]
    kan = aktoer_i(request).har(*SKRIVER)
    return render(
        request, "ledelse/rapport.html", {"rapport": funnet, "kapitler": kapitler, "kan_skrive": kan}
    )


@krever(*LESER)
@require_safe
def rapport_pdf(request: HttpRequest, rapportaar: int, utgave: int) -> HttpResponse:
    """The same on paper."""
    funnet = rapport_eller_404(rapportaar, utgave)
    try:
        innhold = trykk.pdf(funnet, queries.innhold(funnet), vaart_fylke().navn)
    except Regelbrudd as brudd:  # a sign in somebody's text that the fonts do not have
        messages.error(request, str(brudd))
        return redirect("ledelse:rapport", rapportaar, utgave)
    return fil(innhold, f"aarsrapport-{rapportaar}-{utgave}.pdf", "application/pdf", last_ned=False)


def rapport_eller_404(aar: int, utgave: int) -> Aarsrapport:
    """Return one edition. Raises Http404."""
    funnet = queries.finn_rapport(aar, utgave)
    if funnet is None:
        raise Http404
    return funnet
