"""The overview, the list of differences, and one of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.actions import registrer_innsyn, registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.innbetalinger import actions, tekster
from tilskudd.innbetalinger.actions.krav import kan_kreves
from tilskudd.innbetalinger.forms import StatusSkjema, ValgteSkjema
from tilskudd.innbetalinger.lister import AVVIK
from tilskudd.innbetalinger.models import Post, Posthendelse
from tilskudd.innbetalinger.queries import avvik as les
from tilskudd.innbetalinger.queries import oversikt as summer

# As many as a page of the list shows at most.
HOEYST = 100


@for_fylket()
@require_safe
def oversikt(request: HttpRequest) -> HttpResponse:
    """Expected beside received, per payment round and code."""
    innhold = {
        "runder": summer.runder(),
        "andre": summer.andre_tilskudd(),
        "statuser": [(s, str(dict(Post.status.field.choices or ())[s]), n)
                     for s, n in summer.antall_per_status().items()],
        "utdatert": summer.utdatert(),
        "kan": aktoer_i(request).har(*BEREGNER),
    }  # fmt: skip
    return render(request, "innbetalinger/avstemming.html", innhold)


@for_fylket(*BEREGNER)
@require_POST
def avstem(request: HttpRequest) -> HttpResponse:
    """Match anew."""
    actions.avstem_paa_nytt(av=aktoer_i(request))
    messages.success(request, _("Innbetalingene er avstemt på nytt."))
    return redirect("innbetalinger:avstemming")


@for_fylket()
@require_safe
def avvik(request: HttpRequest) -> HttpResponse:
    """The differences, to filter, choose and take out."""
    kan = aktoer_i(request).har(*BEREGNER)
    return vis_liste(request, AVVIK, mal="innbetalinger/avvik.html", velg="valgte" if kan else "")


@for_fylket(*BEREGNER)
@require_POST
def valgte(request: HttpRequest) -> HttpResponse:
    """Show what is chosen; then, confirmed, set the status of all of it."""
    poster = valgte_poster(request)
    if not poster:
        messages.error(request, _("Velg minst ett avvik."))
        return redirect("innbetalinger:avvik")
    if request.POST.get("hva") == "krav":
        return vis_kravet(request, poster)
    bekreftet = request.POST.get("bekreft") == "ja"
    if not bekreftet:
        logg_innsyn(request, poster)
    skjema = ValgteSkjema(
        request.POST if bekreftet else None,
        initial={"valgt": ",".join(str(p.pk) for p in poster)},
        avbryt="../",
    )
    return behandle(request, skjema, Svar("innbetalinger/valgte.html", {"poster": poster}, _lagre(request)))


def _lagre(request: HttpRequest) -> Any:
    def gjoer(skjema: ValgteSkjema) -> HttpResponse:
        data = skjema.cleaned_data
        antall = actions.sett_status(
            post_ider=_ider(data["valgt"]), status=data["status"], notat=data["notat"], av=aktoer_i(request)
        )
        tekst = ngettext("Status er satt på %(n)s avvik.", "Status er satt på %(n)s avvik.", antall)
        messages.success(request, tekst % {"n": antall})
        return redirect("innbetalinger:avvik")

    return gjoer


def _ider(tekst: str) -> list[int]:
    return [int(del_) for del_ in tekst.split(",") if del_.isdecimal()][:HOEYST]


def valgte_poster(request: HttpRequest) -> list[Post]:
    """Return the differences chosen in the list, or carried by the form that confirms them."""
    valgt = request.POST.getlist("paa_siden" if request.POST.get("alle") else "valgt")
    ider = _ider(",".join(valgt))
    return list(les.avvik().filter(pk__in=ider).order_by("kvartal", "kode", "pk"))


def logg_innsyn(request: HttpRequest, poster: list[Post]) -> None:
    """Write down whom a page of chosen differences shows."""
    ider = sorted({p.person_id for p in poster if p.person_id})
    registrer_innsyn_i_mange(person_ider=ider, av=aktoer_i(request), hvor="innbetaling-avvik")


def vis_kravet(request: HttpRequest, poster: list[Post], feil: str = "") -> HttpResponse:
    """Show what a claim would hold, and what cannot be claimed."""
    logg_innsyn(request, poster)
    med = [p for p in poster if kan_kreves(p)]
    innhold = {
        "poster": med,
        "uten": [p for p in poster if p not in med],
        "sum": -sum(p.differanse_oere for p in med),
        "valgt": ",".join(str(p.pk) for p in med),
        "feil": feil,
    }
    return render(request, "innbetalinger/krav_nytt.html", innhold, status=AVVIST if feil else 200)


@for_fylket()
@require_http_methods(GET_POST)
def post(request: HttpRequest, post_id: int) -> HttpResponse:
    """One comparison: its lines, its payments, what was done; the adviser moves its status."""
    rad, av = les.poster().filter(pk=post_id).first(), aktoer_i(request)
    if rad is None:
        raise Http404
    if rad.person_id:
        registrer_innsyn(person_id=rad.person_id, av=av, hvor="innbetaling-avvik")
    if request.method == "POST":
        av.krev(*BEREGNER)
    skjema = StatusSkjema(skrevet(request), initial={"status": rad.status}, avbryt="../")
    return behandle(
        request, skjema, Svar("innbetalinger/post.html", _om(rad, av.har(*BEREGNER)), _sett(request, rad))
    )


def _sett(request: HttpRequest, rad: Post) -> Any:
    def gjoer(skjema: StatusSkjema) -> HttpResponse:
        data = skjema.cleaned_data
        actions.sett_status(
            post_ider=[rad.pk], status=data["status"], notat=data["notat"], av=aktoer_i(request)
        )
        messages.success(request, _("Statusen er lagret."))
        return redirect("innbetalinger:post", post_id=rad.pk)

    return gjoer


def _om(rad: Post, kan: bool) -> dict[str, Any]:
    return {
        "post": rad,
        "hvem": tekster.hvem(rad),
        "utfall": tekster.utfall(rad),
        "status": tekster.status(rad),
        "forklaring": tekster.FORKLARING[rad.utfall],
        "linjer": les.linjer(rad),
        "innbetalinger": les.innbetalinger(rad),
        "andre": les.andre_avvik(rad),
        "krav": list(les.kravene(rad)),
        "hendelser": [_hendelse(h) for h in rad.hendelser.select_related("bruker").order_by("-pk")],
        "kan": kan and rad.utfall != "stemmer",
    }


def _hendelse(h: Posthendelse) -> dict[str, Any]:
    automatisk = _("Åpnet igjen: beløpene er endret siden avviket ble forklart.")
    return {
        "tittel": h.get_til_display(),
        "tidspunkt": h.tid,
        "hvem": h.bruker.get_full_name() or h.bruker.get_username() if h.bruker else _("Avstemmingen"),
        "beskrivelse": h.notat if h.bruker else automatisk,
    }
