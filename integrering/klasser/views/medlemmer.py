"""Who is in a class: put in (check first), end, move, take out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST
from integrering.klasser import actions
from integrering.klasser.forms.medlemmer import AvsluttSkjema, FlyttSkjema, NyeDeltakereSkjema, TaUtSkjema
from integrering.klasser.models import Klasse, Medlemskap
from integrering.klasser.queries.klasser import valgte_medlemskap
from integrering.klasser.queries.personer import finn_i_linjer, valgte_personer
from integrering.klasser.views.felles import SKRIVER, logg, min_klasse
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever

# --- Put in ---


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def deltakere(request: HttpRequest) -> HttpResponse:
    """Who, which class, from when → check → put in. Those chosen in the list of persons come with it."""
    av, steg = aktoer_i(request), request.POST.get("steg", "")
    if request.method != "POST" or "hvem" not in request.POST:
        return _vis_nye(
            request, NyeDeltakereSkjema(av=av, initial=_start(request), avbryt=reverse("klasser"))
        )
    skjema = NyeDeltakereSkjema(request.POST, av=av, avbryt=reverse("klasser"))
    if not skjema.is_valid():
        return _vis_nye(request, skjema, AVVIST)
    if steg == "endre":
        return _vis_nye(request, skjema)
    klasse, fra = skjema.cleaned_data["klasse"], skjema.cleaned_data["fra"]
    funn = finn_i_linjer(skjema.linjer)
    if not funn.personer:
        skjema.add_error("hvem", _("Ingen av linjene ga en person. Sjekk numrene og navnene."))
        return _vis_nye(request, skjema, AVVIST)
    if steg != "lagre":
        logg(request, funn.personer, "klasse")
        innhold = {
            "kontrollskjema": skjema,
            "klasse": klasse,
            "fra": fra,
            "lagt": actions.fordel(klasse, funn.personer, fra),
            "ukjente": funn.ukjente,
            "flertydige": funn.flertydige,
        }
        return render(request, "klasser/deltakere_kontroller.html", innhold)
    try:
        lagt = actions.legg_til(klasse=klasse, personer=funn.personer, fra=fra, av=av)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_nye(request, skjema, AVVIST)
    n = len(lagt.nye)
    tekst = ngettext("%(n)s deltaker er lagt til.", "%(n)s deltakere er lagt til.", n) % {"n": n}
    messages.success(request, tekst)
    return redirect("klasse", klasse_noekkel=klasse.noekkel)


def _start(request: HttpRequest) -> dict[str, Any]:
    personer = valgte_personer(request.POST.getlist("valgt"))
    return {
        "klasse": request.GET.get("klasse", ""),
        "fra": timezone.localdate(),
        "hvem": "\n".join(p.duf_skrevet for p in personer),
    }


def _vis_nye(request: HttpRequest, skjema: NyeDeltakereSkjema, status: int = 200) -> HttpResponse:
    return render(request, "klasser/deltakere.html", {"skjema": skjema}, status=status)


# --- End, move, take out ---


@krever(*SKRIVER)
@require_POST
def valgte(request: HttpRequest, klasse_noekkel: UUID) -> HttpResponse:
    """What is to be done with those chosen; then, confirmed, it is done."""
    klasse, av = min_klasse(request, klasse_noekkel), aktoer_i(request)
    handling = request.POST.get("handling", "")
    noekler = [n for tekst in request.POST.getlist("valgt") if (n := les_uuid(tekst))]
    funnet = valgte_medlemskap(klasse, noekler) if noekler else []
    if handling not in _HANDLINGER or not funnet:
        messages.error(request, _("Velg minst én rad."))
        return redirect("klasse", klasse_noekkel=klasse.noekkel)
    bekreftet = request.POST.get("bekreft") == "ja"
    skjema = _skjema(handling, request.POST if bekreftet else None, av)
    if not bekreftet:
        return _vis_valgte(request, klasse, funnet, skjema)
    if not skjema.is_valid():
        return _vis_valgte(request, klasse, funnet, skjema, AVVIST)
    try:
        kvittering = _HANDLINGER[handling](klasse, funnet, skjema, av)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_valgte(request, klasse, funnet, skjema, AVVIST)
    messages.success(request, kvittering % {"navn": ", ".join(m.person.navn for m in funnet)})
    return redirect("klasse", klasse_noekkel=klasse.noekkel)


def _skjema(handling: str, data: Any, av: Aktoer) -> Skjema:
    i_dag = timezone.localdate()
    if handling == "avslutt":
        return AvsluttSkjema(data, initial={"dato": i_dag})
    return FlyttSkjema(data, av=av, initial={"fra": i_dag}) if handling == "flytt" else TaUtSkjema(data)


def _avslutt(klasse: Klasse, valgt: list[Medlemskap], skjema: Skjema, av: Aktoer) -> str:
    actions.avslutt(klasse=klasse, medlemskap=valgt, siste_dag=skjema.cleaned_data["dato"], av=av)
    return _("Tiden i klassen er avsluttet for %(navn)s.")


def _flytt(klasse: Klasse, valgt: list[Medlemskap], skjema: Skjema, av: Aktoer) -> str:
    v = skjema.cleaned_data
    actions.flytt(fra=klasse, til=v["klasse"], medlemskap=valgt, dag=v["fra"], av=av)
    return _("Flyttet: %(navn)s.")


def _ta_ut(klasse: Klasse, valgt: list[Medlemskap], _skjema: Skjema, av: Aktoer) -> str:
    actions.ta_ut(klasse=klasse, medlemskap=valgt, av=av)
    return _("Tatt ut av klassen: %(navn)s. Timene som er ført, står.")


_HANDLINGER: dict[str, Callable[[Klasse, list[Medlemskap], Skjema, Aktoer], str]] = {
    "avslutt": _avslutt,
    "flytt": _flytt,
    "ta_ut": _ta_ut,
}


def _vis_valgte(
    request: HttpRequest, klasse: Klasse, valgt: list[Medlemskap], skjema: Skjema, status: int = 200
) -> HttpResponse:
    n = len(valgt)
    overskrift = {
        "avslutt": _("Avslutt tiden i klassen for %(n)s"),
        "flytt": ngettext("Flytt %(n)s deltaker", "Flytt %(n)s deltakere", n),
        "ta_ut": ngettext("Ta %(n)s deltaker ut av klassen", "Ta %(n)s deltakere ut av klassen", n),
    }[request.POST["handling"]]
    innhold = {
        "klasse": klasse,
        "valgt": valgt,
        "skjema": skjema,
        "handling": request.POST["handling"],
        "overskrift": overskrift % {"n": n},
    }
    return render(request, "klasser/valgte.html", innhold, status=status)
