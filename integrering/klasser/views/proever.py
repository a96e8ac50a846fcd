"""Results of a test that a class took: the grid, and the tests it has had."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kodenavn, kodevalg
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, skrevet
from integrering.klasser import actions
from integrering.klasser.forms.proever import ProevedagSkjema
from integrering.klasser.forms.rutenett import PROEVE, ProeveSkjema, Rutelinje
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import deltakere_i
from integrering.klasser.queries.proever import klassens_proever
from integrering.klasser.queries.rutenett import registrert
from integrering.klasser.tekster import lagret
from integrering.klasser.views.felles import SKRIVER, logg, min_klasse, personer_i_svaret, vis_brudd
from integrering.nir.rules.sammenheng import FERDIGHETER, proevens_deler
from integrering.tilgang.doerer import aktoer_i, krever

STANDARD = "norskproeve"


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def proever(request: HttpRequest, klasse_noekkel: UUID) -> HttpResponse:
    """One test, one day, a line for each participant."""
    klasse = min_klasse(request, klasse_noekkel)
    valgt = request.GET.get("proeve", "")
    proeve = valgt if valgt in dict(kodevalg("proeve")) else STANDARD
    dagen = ProevedagSkjema(request.POST if request.method == "POST" else _start(request))
    dato: date | None = dagen.cleaned_data["dato"] if dagen.is_valid() else None
    skjema = _skjema(request, klasse, proeve, dato)
    if not skjema.is_bound:
        return _vis(request, klasse, proeve, ProevedagSkjema(initial={"dato": dato}), skjema)
    if not skjema.is_valid() or dato is None:
        return _vis(request, klasse, proeve, dagen, skjema, AVVIST)
    return _lagre(request, klasse, proeve, dagen, skjema)


def _start(request: HttpRequest) -> dict[str, str]:
    return {"dato": request.GET.get("dato", "")}


def _skjema(request: HttpRequest, klasse: Klasse, proeve: str, dato: date | None) -> ProeveSkjema:
    deler, resultater = proevens_deler(proeve)
    return ProeveSkjema(
        skrevet(request),
        linjer=_linjer(klasse, proeve, dato, personer_i_svaret(request.POST)),
        deler=deler,
        resultater=resultater,
        avbryt=reverse("klasse", args=[klasse.noekkel]),
    )


def _linjer(klasse: Klasse, proeve: str, dato: date | None, ogsaa: set[int]) -> list[Rutelinje]:
    """Return those in the class that day (today, when the day is not said), with what they have for it."""
    dag = dato or timezone.localdate()
    personer = deltakere_i(klasse, dag, dag, ogsaa=ogsaa)
    faste = {"proeve": proeve, "dato": dag}
    finnes = registrert(PROEVE, [p.pk for p in personer], [faste]) if dato else {}
    tomme = dict.fromkeys((*FERDIGHETER, "resultat"), "")
    ut = []
    for person in personer:
        gammel = finnes.get((person.pk, proeve, dag))
        spraak = getattr(gammel, "spraak", "")
        ut.append(Rutelinje(person, str(person.pk), {**tomme, **faste, "spraak": spraak}, gammel))
    return ut


def _lagre(
    request: HttpRequest, klasse: Klasse, proeve: str, dagen: ProevedagSkjema, skjema: ProeveSkjema
) -> HttpResponse:
    dato = dagen.cleaned_data["dato"]
    try:
        hva = actions.lagre_proever(
            klasse=klasse,
            dato=dato,
            linjer=skjema.svar,
            aarsak=skjema.cleaned_data["aarsak"],
            av=aktoer_i(request),
        )
    except Regelbrudd as brudd:
        return vis_brudd(brudd, skjema, partial(_vis, request, klasse, proeve, dagen, skjema))
    messages.success(request, lagret(hva, f"{kodenavn('proeve', proeve)} {visning.dato(dato)}"))
    return redirect(_adresse(klasse, proeve, dato))


def _vis(
    request: HttpRequest,
    klasse: Klasse,
    proeve: str,
    dagen: ProevedagSkjema,
    skjema: ProeveSkjema,
    status: int = 200,
    *,
    forskjeller: list[dict[str, str]] | None = None,
) -> HttpResponse:
    logg(request, [person for person, _celler, _skjulte in skjema.per_person], "klasse-proever")
    innhold: dict[str, Any] = {
        "klasse": klasse,
        "skjema": skjema,
        "formsett": dagen,
        "dagen": dagen,
        "forskjeller": forskjeller or [],
        "felt": [capfirst(str(PROEVE.felt(navn).verbose_name)) for navn in skjema.kolonner],
        "faner": [
            {"url": f"{_grunn(klasse)}?proeve={kode}", "tekst": navn, "aktiv": kode == proeve}
            for kode, navn in kodevalg("proeve")
        ],
        "hatt": [
            {
                "tekst": f"{kodenavn('proeve', rad.proeve)} {visning.dato(rad.dato)}",
                "antall": rad.antall,
                "url": _adresse(klasse, rad.proeve, rad.dato),
            }
            for rad in klassens_proever(klasse)
        ],
    }
    return render(request, "klasser/proever.html", innhold, status=status)


def _grunn(klasse: Klasse) -> str:
    return reverse("klasse_proever", args=[klasse.noekkel])


def _adresse(klasse: Klasse, proeve: str, dato: date) -> str:
    return f"{_grunn(klasse)}?proeve={proeve}&dato={visning.dato(dato)}"
