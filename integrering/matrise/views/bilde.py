"""Snapshots: list, order, read, compare, print."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import Listeside, vis_liste
from integrering.matrise import actions
from integrering.matrise.forms.bilde import Bildeskjema
from integrering.matrise.lister import BILDER, LINJER, bildets_adresse
from integrering.matrise.models import Oeyeblikksbilde
from integrering.matrise.queries import bilder as queries
from integrering.matrise.queries.punkter import punkter_til
from integrering.matrise.roller import LAGER_BILDE, LESER, kan_lage_bilde
from integrering.matrise.sjekkliste import sjekkliste
from integrering.matrise.tekster import ENDRINGER, FORKLARING
from integrering.matrise.trykk import pdf
from integrering.nir import regeltekster
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev.views.felles import fil

_LESER, _LAGER = tuple(sorted(LESER)), tuple(sorted(LAGER_BILDE))


@krever(*_LESER)
@require_safe
def oeyeblikksbilder(request: HttpRequest) -> HttpResponse:
    """The snapshots, newest day first."""
    kan = kan_lage_bilde(aktoer_i(request))
    return vis_liste(request, BILDER, mal="matrise/bilder.html", kan_lage=kan)


@krever(*_LAGER)
@require_http_methods(GET_POST)
def oeyeblikksbilde_nytt(request: HttpRequest) -> HttpResponse:
    """Order a snapshot; the page of the job leads to it."""
    av = aktoer_i(request)
    skjema = Bildeskjema(skrevet(request), av=av, avbryt=reverse("oeyeblikksbilder"))

    def gjoer(svar: Bildeskjema) -> HttpResponse:
        jobb = actions.bestill_bilde(data=svar.data_for_bildet, av=av)
        return foelg(jobb.pk)

    return behandle(request, skjema, Svar("matrise/bilde_nytt.html", {}, gjoer))


@krever(*_LESER)
@require_safe
def oeyeblikksbilde(request: HttpRequest, kommunenummer: str, bildedato: date) -> HttpResponse:
    """The checklist as it was frozen, beside another day when one is chosen (`?mot=`)."""
    bilde, mot = _bilde(kommunenummer, bildedato), _mot(request, kommunenummer)
    linjer = list(queries.linjer_i(bilde))
    foer = list(queries.linjer_i(mot)) if mot else []
    innhold = {
        "bilde": bilde,
        "mot": mot,
        "andre": [(b, f"?mot={b.dato.isoformat()}") for b in queries.andre_bilder(bilde)],
        "sjekkliste": sjekkliste(linjer, foer),
        "stemmer": queries.stemmer(bilde, linjer),
        "punkter": list(punkter_til(bilde)),
        "liste": Listeside(request, LINJER),
        "pdf_url": _adresse("oeyeblikksbilde_pdf", bilde) + (f"?mot={mot.dato.isoformat()}" if mot else ""),
        "endring_url": _endring_url(bilde, mot) if mot else "",
        "forklaring": FORKLARING,
        "her": request.build_absolute_uri(bildets_adresse(bilde)),
    }
    return render(request, "matrise/bilde.html", innhold)


@krever(*_LESER)
@require_safe
def oeyeblikksbilde_pdf(request: HttpRequest, kommunenummer: str, bildedato: date) -> HttpResponse:
    """The same on paper."""
    bilde, mot = _bilde(kommunenummer, bildedato), _mot(request, kommunenummer)
    foer = list(queries.linjer_i(mot)) if mot else []
    liste = sjekkliste(queries.linjer_i(bilde), foer)
    endringer = queries.endringer(mot, bilde) if mot else []
    try:
        innhold = pdf(bilde, liste, punkter_til(bilde), mot=mot, endringer=endringer)
    except Regelbrudd as brudd:  # a sign in somebody's text that the fonts do not have
        messages.error(request, str(brudd))
        return redirect(bildets_adresse(bilde))
    navn = f"oeyeblikksbilde-{kommunenummer}-{bildedato.isoformat()}.pdf"
    return fil(innhold, navn, "application/pdf", last_ned=False)


@krever(*_LAGER)
@require_safe
def oeyeblikksbilde_endring(
    request: HttpRequest, kommunenummer: str, bildedato: date, fradato: date
) -> HttpResponse:
    """What differs from an earlier snapshot, and for whom."""
    bilde, fra = _bilde(kommunenummer, bildedato), _bilde(kommunenummer, fradato)
    endringer = queries.endringer(fra, bilde)
    rader = [
        {
            "hva": regeltekster.registrering(e.hva),
            "endring": ENDRINGER[e.endring],
            "antall": e.antall,
            "personer": e.personer,
            "flere": e.antall - len(e.personer),
        }
        for e in endringer
    ]
    return render(request, "matrise/bilde_endring.html", {"bilde": bilde, "fra": fra, "rader": rader})


def _bilde(kommunenummer: str, dato: date) -> Oeyeblikksbilde:
    bilde = queries.finn_bilde(kommunenummer, dato)
    if bilde is None:
        raise Http404
    return bilde


def _mot(request: HttpRequest, kommunenummer: str) -> Oeyeblikksbilde | None:
    """Return the snapshot to compare with. Raises Http404 for one that is not there."""
    if not (tekst := request.GET.get("mot", "")):
        return None
    try:
        return _bilde(kommunenummer, date.fromisoformat(tekst))
    except ValueError:
        raise Http404 from None


def _adresse(navn: str, bilde: Oeyeblikksbilde, **mer: Any) -> str:
    deler = {"kommunenummer": bilde.kommune.nummer, "bildedato": bilde.dato}
    return reverse(navn, kwargs=deler | mer)


def _endring_url(bilde: Oeyeblikksbilde, mot: Oeyeblikksbilde) -> str:
    return _adresse("oeyeblikksbilde_endring", bilde, fradato=mot.dato)
