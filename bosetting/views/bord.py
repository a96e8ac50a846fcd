"""The board of a round: what goes in for each municipality, and what comes out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from bosetting import actions
from bosetting.bord import bordet
from bosetting.forms.bord import BordSkjema
from bosetting.hvorfor import hvorfor_i
from bosetting.models import Runde, RundeKommune
from bosetting.queries.regnegrunnlag import kommuneradene, regnegrunnlag
from bosetting.roller import SER_FYLKET, SKRIVER
from bosetting.views.felles import adresse, eller_404, runde_eller_404, sti_til
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, KONFLIKT, skrevet
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*SER_FYLKET)
@require_http_methods(GET_POST)
def bord(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Show the board. «Beregn» calculates what is typed without saving it; «Lagre» saves it."""
    runde = runde_eller_404(runde_noekkel)
    av = aktoer_i(request)
    kan_skrive = runde.aapen and av.har(*SKRIVER)
    rader = kommuneradene(runde)
    skjema = BordSkjema(skrevet(request) if kan_skrive else None, rader=rader, avbryt=adresse(runde))
    if request.method == "POST" and not kan_skrive:
        av.krev(*SKRIVER)
        messages.error(request, _("Runden er låst. En retting er en ny, revidert runde."))
        return redirect(adresse(runde, "bord"))
    innhold = {"runde": runde, "rader": rader, "kan_skrive": kan_skrive}
    if not skjema.is_bound:
        return _vis(request, skjema, innhold)
    if not skjema.is_valid():
        return _vis(request, skjema, innhold, status=AVVIST)
    if request.POST.get("handling") == "lagre":
        return _lagre(request, skjema, innhold)
    skjema.sett_inn()
    if request.POST.get("handling") == "scenario":
        return _lagre_scenario(request, skjema, innhold)
    return _vis(request, skjema, innhold, skrevet=True)


def _lagre_scenario(request: HttpRequest, skjema: BordSkjema, innhold: dict[str, Any]) -> HttpResponse:
    """Keep what is typed, and its answer, under a name."""
    navn = skjema.cleaned_data["navn"]
    try:
        lagret = actions.lagre_scenario(
            runde=innhold["runde"], navn=navn, rader=innhold["rader"], av=aktoer_i(request)
        )
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(request, skjema, innhold, status=AVVIST)
    messages.success(request, _("%(navn)s er lagret som scenario.") % {"navn": lagret})
    return redirect("bosetting:scenario", lagret.noekkel)


def _lagre(request: HttpRequest, skjema: BordSkjema, innhold: dict[str, Any]) -> HttpResponse:
    """Save what is changed; beside what somebody else saved meanwhile when they did."""
    try:
        antall = actions.lagre_bord(endringer=skjema.endringer, av=aktoer_i(request))
    except Konflikt as konflikt:
        naa = next(rk for rk in innhold["rader"] if rk.pk == konflikt.naa.pk)
        naa.refresh_from_db()
        linjer = skjema.forskjeller(naa)
        skjema.fra_versjonen(naa)
        return _vis(request, skjema, innhold, status=KONFLIKT, naa=konflikt.naa, linjer=linjer)
    except actions.Radbrudd as brudd:
        skjema.vis_brudd(brudd)
        return _vis(request, skjema, innhold, status=AVVIST)
    tekst = ngettext("%(n)s kommune er lagret.", "%(n)s kommuner er lagret.", antall) % {"n": antall}
    messages.success(request, tekst if antall else _("Ingenting var endret."))
    return redirect(adresse(innhold["runde"], "bord"))


def _vis(
    request: HttpRequest, skjema: BordSkjema, innhold: dict[str, Any], *, status: int = 200, **mer: Any
) -> HttpResponse:
    """Show the board with what is calculated from the rows."""
    runde: Runde = innhold["runde"]
    rader: list[RundeKommune] = innhold["rader"]
    grunnlag = regnegrunnlag(runde, rader)
    regnet = bordet(grunnlag)
    linjer = [(linje, skjema.ruter(linje.nummer), skjema.skjult(linje.nummer)) for linje in regnet.linjer]
    alt = {"skjema": skjema, "bord": regnet, "rutelinjer": linjer, "f": grunnlag.f, "sti": sti_til(runde)}
    return render(request, "bosetting/bord.html", {**innhold, **alt, **mer}, status=status)


@krever(*SER_FYLKET)
@require_safe
def hvorfor(request: HttpRequest, runde_noekkel: UUID, kommunenummer: str) -> HttpResponse:
    """Why a municipality gets its number: the steps, the limits, the figures with sources."""
    runde = runde_eller_404(runde_noekkel)
    rader = kommuneradene(runde)
    rad = eller_404(next((rk for rk in rader if rk.kommune.nummer == kommunenummer), None))
    side = hvorfor_i(runde, rad, regnegrunnlag(runde, rader))
    sti = [*sti_til(runde), (_("Fordelingsbord"), adresse(runde, "bord"))]
    return render(request, "bosetting/hvorfor.html", {"runde": runde, "rad": rad, "side": side, "sti": sti})
