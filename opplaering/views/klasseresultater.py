"""O5: a test, or the grades in a subject, of a class on a day: a line for each pupil."""

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
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, skrevet
from integrering.klasser.forms.rutenett import Rutelinje, RutenettSkjema
from integrering.klasser.queries.rutenett import registrert
from integrering.klasser.tekster import lagret
from integrering.klasser.views.felles import logg, personer_i_svaret, vis_brudd
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering import tekster
from opplaering.actions import resultater as actions
from opplaering.faktatyper import RESULTAT
from opplaering.forms.resultater import STANDARDFAG, Resultatdag, klasseskjema, slagvalg, tomt
from opplaering.models import Skoleklasse
from opplaering.queries.fravaer import elever_i
from opplaering.queries.resultater import klassens_resultater
from opplaering.roller import SKRIVER
from opplaering.rules.resultat import er_proeve
from opplaering.views.skoleklasser import min_skoleklasse

STED = "opplaering-klasseresultater"
STANDARD = "norskproeve"


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def klasseresultater(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """One kind of result, one day, a line for each pupil."""
    klasse = min_skoleklasse(request, skoleklasse_noekkel)
    slag = valgt_slag(request)
    dagen = Resultatdag(request.POST if request.method == "POST" else request.GET, slag=slag)
    kjent = dagen.is_valid()
    dato: date | None = dagen.cleaned_data["dato"] if kjent else None
    fag = "" if er_proeve(slag) else dagen.cleaned_data.get("fag", STANDARDFAG)
    skjema = klasseskjema(
        slag,
        skrevet(request),
        linjer=_linjer(klasse, tomt(slag, fag), dato, personer_i_svaret(request.POST)),
        avbryt=reverse("skoleklasse", args=[klasse.noekkel]),
    )
    if not skjema.is_bound:
        start = Resultatdag(initial={"dato": dato, "fag": fag}, slag=slag)
        return _vis(request, klasse, slag, start, skjema)
    if not skjema.is_valid() or dato is None:
        return _vis(request, klasse, slag, dagen, skjema, AVVIST)
    return _lagre(request, klasse, slag, dagen, skjema)


def valgt_slag(request: HttpRequest) -> str:
    """Return the kind of result in the address, or the most common one."""
    valgt = request.GET.get("slag", "")
    return valgt if valgt in dict(slagvalg()) else STANDARD


def _linjer(
    klasse: Skoleklasse, faste: dict[str, Any], dato: date | None, ogsaa: set[int]
) -> list[Rutelinje]:
    """Return those in the class that day (today, when the day is not said), with what they have for it."""
    dag = dato or timezone.localdate()
    personer = elever_i(klasse, dag, dag, ogsaa=ogsaa)
    alle = {**faste, "dato": dag, "skole_id": klasse.skole_id}
    finnes = registrert(RESULTAT, [p.pk for p in personer], [alle]) if dato else {}
    ut = []
    for person in personer:
        gammel = finnes.get((person.pk, *(alle[felt] for felt in RESULTAT.unike)))
        behold = {felt: getattr(gammel, felt) for felt in ("skole_id", "spraak")} if gammel else {}
        ut.append(Rutelinje(person, str(person.pk), {**alle, **behold}, gammel))
    return ut


def _lagre(
    request: HttpRequest, klasse: Skoleklasse, slag: str, dagen: Resultatdag, skjema: RutenettSkjema
) -> HttpResponse:
    dato, fag = dagen.cleaned_data["dato"], dagen.cleaned_data.get("fag", "")
    try:
        hva = actions.lagre_klasseresultater(
            klasse=klasse,
            dato=dato,
            linjer=skjema.svar,
            aarsak=skjema.cleaned_data["aarsak"],
            av=aktoer_i(request),
        )
    except Regelbrudd as brudd:
        return vis_brudd(brudd, skjema, partial(_vis, request, klasse, slag, dagen, skjema))
    messages.success(request, lagret(hva, f"{tekster.slaget(slag, fag)} {visning.dato(dato)}"))
    return redirect(_adresse(klasse, slag, dato, fag))


def _vis(
    request: HttpRequest,
    klasse: Skoleklasse,
    slag: str,
    dagen: Resultatdag,
    skjema: RutenettSkjema,
    status: int = 200,
    *,
    forskjeller: list[dict[str, str]] | None = None,
) -> HttpResponse:
    logg(request, [person for person, _celler, _skjulte in skjema.per_person], STED)
    innhold: dict[str, Any] = {
        "klasse": klasse,
        "skjema": skjema,
        "formsett": dagen,
        "dagen": dagen,
        "forskjeller": forskjeller or [],
        "felt": [capfirst(str(RESULTAT.felt(navn).verbose_name)) for navn in skjema.kolonner],
        "faner": slagfaner(_grunn(klasse), slag),
        "hatt": [
            {
                "tekst": f"{tekster.slaget(rad.slag, rad.fag)} {visning.dato(rad.dato)}",
                "antall": rad.antall,
                "url": _adresse(klasse, rad.slag, rad.dato, rad.fag),
            }
            for rad in klassens_resultater(klasse)
        ],
    }
    return render(request, "opplaering/klasseresultater.html", innhold, status=status)


def slagfaner(adresse: str, slag: str) -> list[dict[str, Any]]:
    """Return a tab for each kind of result."""
    return [
        {"url": f"{adresse}?slag={kode}", "tekst": navn, "aktiv": kode == slag} for kode, navn in slagvalg()
    ]


def _grunn(klasse: Skoleklasse) -> str:
    return reverse("skoleklasse_proever", args=[klasse.noekkel])


def _adresse(klasse: Skoleklasse, slag: str, dato: date, fag: str) -> str:
    sporring = {"slag": slag, "dato": visning.dato(dato)} | ({"fag": fag} if fag else {})
    return f"{_grunn(klasse)}?{urlencode(sporring)}"
