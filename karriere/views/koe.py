"""K1: the queue, in tabs, and what is done with chosen cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.utvalg import Utvalg
from integrering.lister.visning import Listeside
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from karriere import actions
from karriere.forms.koe import TildelSkjema, VentSkjema
from karriere.lister import KOE
from karriere.models import Sak
from karriere.queries.koe import Fanetall, antall_i_fanene, fanen_aa_begynne_i, koen
from karriere.queries.saker import saker
from karriere.roller import SER, VEILEDER
from karriere.tekster import TILSTAND
from karriere.views.felles import sti_til

VELG, MAKS = "handling", 200


@krever(*SER)
@require_safe
def koe(request: HttpRequest) -> HttpResponse:
    """Who must be guided next: the first tab with someone who waits before the decision, is opened."""
    av = aktoer_i(request)
    utvalg = Utvalg(KOE, av, request.GET)
    antall, fane = _antall(utvalg), ""
    if antall and not utvalg.filter.get("utfall"):
        fane = utvalg.filter.get("fane") or fanen_aa_begynne_i(antall)
        request.GET = _med_fane(request.GET, fane)  # type: ignore[assignment]
    side = Listeside(request, KOE, velg=VELG if av.har(*VEILEDER) else "")
    if fane:
        side.antall = antall[fane].antall  # the tab has counted them
    innhold = {"liste": side, "skjema": side.utvalg.skjema, "faner": _faner(request.GET, antall, fane)}
    return render(request, "karriere/koe.html", innhold, status=200 if side.utvalg.gyldig else AVVIST)


def _antall(utvalg: Utvalg) -> dict[str, Fanetall]:
    """Return how many each tab holds; nothing for a choice that is not valid."""
    if not utvalg.gyldig:
        return {}
    return antall_i_fanene(koen(utvalg.filter, utvalg.av.bruker_id, timezone.localdate()))


def _med_fane(sporring: QueryDict, fane: str) -> QueryDict:
    ny = sporring.copy()
    ny["fane"] = fane
    return ny


def _faner(sporring: QueryDict, antall: dict[str, Fanetall], aapen: str) -> list[dict[str, Any]]:
    """Return the tabs; each keeps the rest of the filter."""
    ut = []
    for fane, n in antall.items():
        valg = sporring.copy()
        for navn in ("etter", "foer", "utfall"):
            valg.pop(navn, None)
        valg["fane"] = fane
        tekst = TILSTAND.get(fane, _("Alle som venter"))
        ut.append({"url": f"?{valg.urlencode()}", "tekst": tekst, "antall": n.antall, "aktiv": fane == aapen})
    return ut


# --- Chosen cases: first what it needs, then it is done ---


@krever(*VEILEDER)
@require_POST
def valgte(request: HttpRequest) -> HttpResponse:
    """Assign the chosen cases, or put them on hold."""
    av, handling = aktoer_i(request), request.POST.get("handling", "")
    rader = _valgte(request)
    tilbake = _tilbake(request)
    if handling not in ("tildel", "vent") or not rader:
        messages.error(request, _("Velg minst én rad."))
        return redirect(tilbake)
    bekreftet = request.POST.get("bekreft") == "ja"
    skjema, gjoer = _steget(handling, rader, av, request.POST if bekreftet else None)
    innhold = {
        "handling": handling, "rader": rader, "skjema": skjema, "tilbake": tilbake, "sti": sti_til(),
        "overskrift": _overskrift(handling, len(rader)),
    }  # fmt: skip
    if not bekreftet:
        return render(request, "karriere/valgte.html", innhold)
    if skjema.is_valid():
        try:
            messages.success(request, gjoer())
            return redirect(tilbake)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
    return render(request, "karriere/valgte.html", innhold, status=AVVIST)


def _valgte(request: HttpRequest) -> list[Sak]:
    noekler = [n for tekst in request.POST.getlist("valgt")[:MAKS] if (n := les_uuid(tekst))]
    return list(saker().filter(noekkel__in=noekler).order_by("person__sortering", "pk"))


def _tilbake(request: HttpRequest) -> str:
    sti = request.POST.get("tilbake", "")
    return sti if url_has_allowed_host_and_scheme(sti, None) else sti_til()[0][1]


def _steget(
    handling: str, rader: list[Sak], av: Aktoer, data: QueryDict | None
) -> tuple[Any, Callable[[], str]]:
    """Return the form of a deed, and what does it."""
    if handling == "vent":
        vent = VentSkjema(data)

        def sett_paa_vent() -> str:
            n = actions.sett_paa_vent(saker=rader, av=av, **vent.cleaned_data)
            return ngettext("%(n)s sak er satt på vent.", "%(n)s saker er satt på vent.", n) % {"n": n}

        return vent, sett_paa_vent
    sentre = {sak.senter_id for sak in rader}
    tildel = TildelSkjema(data, senter_id=sentre.pop() if len(sentre) == 1 else None, meg=av.bruker_id)

    def gi() -> str:
        n = actions.tildel(saker=rader, veileder_id=tildel.veileder_id, av=av)
        return ngettext("%(n)s sak er tildelt.", "%(n)s saker er tildelt.", n) % {"n": n}

    return tildel, gi


def _overskrift(handling: str, n: int) -> str:
    if handling == "vent":
        return ngettext("Sett %(n)s sak på vent", "Sett %(n)s saker på vent", n) % {"n": n}
    return ngettext("Tildel %(n)s sak", "Tildel %(n)s saker", n) % {"n": n}
