"""The search: its page, and the suggestions while one types. Sent by POST: nothing personal in an address."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.lesing import ligner_foedselsnummer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.soek import SOM_FORSLAG, rett_til, soek_overalt, soekekilder_for

LENGST = 100
# One letter is no question; the list would only be in the way.
KORTESTE_FORSLAG = 2


@krever()
@require_http_methods(["GET", "HEAD", "POST"])
def soek(request: HttpRequest) -> HttpResponse:
    """The page of the search (GET), or what was found (POST)."""
    if request.method != "POST":
        finner = any(k.navn == "personer" for k in soekekilder_for(aktoer_i(request)))
        return render(request, "tilgang/soek.html", {"soekeside": True, "kan_finne_personer": finner})
    tekst = _tekst(request)
    if not tekst:
        feil = _("Skriv det du vil finne, for eksempel et navn eller et DUF-nummer.")
        return render(request, "tilgang/soek.html", {"soekeside": True, "feil": feil}, status=422)
    grupper = soek_overalt(tekst, aktoer_i(request))
    if adresse := rett_til(grupper):
        return redirect(adresse)
    # a fødselsnummer is not shown again either: it is nobody's to keep here
    personnummer = ligner_foedselsnummer(tekst)
    innhold = {
        "soekeside": True,
        "soekt": True,
        "tekst": "" if personnummer else tekst,
        "personnummer": personnummer,
        "grupper": grupper,
        "antall": sum(len(g.treff) for g in grupper),
        "flere": any(g.flere for g in grupper),
    }
    return render(request, "tilgang/soek.html", innhold)


@krever()
@require_POST
def forslag(request: HttpRequest) -> HttpResponseBase:
    """A few hits while one types. Protected persons are in none, whatever the reader may see."""
    if "HX-Request" not in request.headers:
        return soek(request)
    av, tekst = aktoer_i(request), _tekst(request)
    grupper = []
    if len(tekst) >= KORTESTE_FORSLAG:
        with kontekst(replace(kontekst_for(av), skjermede=False)):
            grupper = soek_overalt(tekst, replace(av, skjermede=False), SOM_FORSLAG)
    innhold = {
        "grupper": grupper,
        "antall": sum(len(g.treff) for g in grupper),
        "soekt": len(tekst) >= KORTESTE_FORSLAG,
        "personnummer": ligner_foedselsnummer(tekst),
    }
    return render(request, "tilgang/_forslag.html", innhold)


def _tekst(request: HttpRequest) -> str:
    """Return what was typed, on one line and no longer than a search is."""
    return " ".join(request.POST.get("q", "").replace("\x00", "").split())[:LENGST]
