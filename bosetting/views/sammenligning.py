"""The round calculated in other ways, on the map, and the simple ways held against what IMDi asked for."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bosetting.bord import Bord, bordet
from bosetting.diagram import over_aarene, rundenavn
from bosetting.etterproeving import les_runder
from bosetting.gjentatt import gjentatt
from bosetting.kart import Kart, endringskart, promillekart
from bosetting.models import Runde
from bosetting.queries.regnegrunnlag import kommuneradene, regnegrunnlag
from bosetting.queries.scenarier import VISES, finn_scenario, scenariene_i
from bosetting.roller import SER_FYLKET
from bosetting.rules.etterproeving import etterproev
from bosetting.sammenligning import maatene, proevd, scenariene
from bosetting.views.felles import adresse, eller_404, runde_eller_404, sti_til
from integrering.tilgang.doerer import krever


@krever(*SER_FYLKET)
@require_safe
def scenarier(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """The same round in other ways, side by side."""
    runde = runde_eller_404(runde_noekkel)
    grunnlag = regnegrunnlag(runde, kommuneradene(runde))
    bord = bordet(grunnlag)
    lagrede = scenariene_i(runde)
    tabell = scenariene(grunnlag, lagrede[:VISES]) if bord.fordeling else None
    innhold = {"runde": runde, "bord": bord, "tabell": tabell, "lagrede": lagrede, "sti": _sti(runde)}
    return render(request, "bosetting/scenarier.html", innhold)


@krever(*SER_FYLKET)
@require_safe
def scenario(request: HttpRequest, scenario_noekkel: UUID) -> HttpResponse:
    """A kept calculation: what went in, what came out, and whether it gives the same now."""
    funnet = eller_404(finn_scenario(scenario_noekkel))
    grunnlag = regnegrunnlag(funnet.runde, kommuneradene(funnet.runde))
    sti = [*_sti(funnet.runde), (_("Andre måter"), adresse(funnet.runde, "scenarier"))]
    g = gjentatt(funnet.beregning, grunnlag.navn, grunnlag.kriterienavn)
    innhold = {"tittel": funnet.navn, "lagret": funnet, "beregning": funnet.beregning, "g": g, "sti": sti}
    return render(request, "bosetting/scenario.html", innhold)


@krever(*SER_FYLKET)
@require_safe
def kart(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Persons per thousand inhabitants, and the change since the last round, on maps with a table."""
    runde = runde_eller_404(runde_noekkel)
    grunnlag = regnegrunnlag(runde, kommuneradene(runde))
    bord = bordet(grunnlag)
    kartene = _kartene(bord, grunnlag.navn) if bord.fordeling else []
    linjer = [b for b in bord.linjer if b.promille is not None]
    innhold = {"runde": runde, "bord": bord, "kartene": kartene, "linjer": linjer, "sti": _sti(runde)}
    return render(request, "bosetting/kart.html", innhold)


@krever(*SER_FYLKET)
@require_safe
def etterproeving(request: HttpRequest) -> HttpResponse:
    """How far each simple way is from what IMDi asked the county's municipalities for."""
    folketall, runder = les_runder()
    innhold = {
        "maater": maatene(),
        "rader": proevd(etterproev(folketall, runder)),
        "d": over_aarene([(rundenavn(r), r.ramme) for r in runder]),
        "sti": sti_til(),
    }
    return render(request, "bosetting/etterproeving.html", innhold)


def _sti(runde: Runde) -> list[tuple[str, str]]:
    return [*sti_til(runde), (_("Fordelingsbord"), adresse(runde, "bord"))]


def _kartene(bord: Bord, navn: Mapping[str, str]) -> list[Kart]:
    spurte = [b for b in bord.linjer if b.linje]
    tegnet = (
        promillekart({b.nummer: b.promille for b in spurte}, navn),
        endringskart({b.nummer: b.endring_prosent for b in spurte}, navn),
    )
    return [k for k in tegnet if k]
