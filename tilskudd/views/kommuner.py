"""Twelve quarters by municipality, and the county's own money, as pages and files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.grunnmur import visning
from integrering.lister import Kolonne, Slag
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import for_fylket
from tilskudd.oppgavetrykk import forbehold
from tilskudd.queries import pengeoversikt as les
from tilskudd.uttrekk import filsvar


def _oversikt(request: HttpRequest) -> les.Kommuneoversikt:
    funnet = les.kommuneoversikt(request.GET.get("tall") or les.FORVENTET)
    if funnet is None:
        raise Http404
    return funnet


@for_fylket()
@require_safe
def kommuner(request: HttpRequest) -> HttpResponse:
    """Show one figure of twelve quarters by municipality; each cell leads to what it is made of."""
    return render(request, "tilskudd/kommuner.html", {"oversikt": _oversikt(request), "valg": les.valg()})


def _beloep(nr: int) -> Callable[[Any], Any]:
    return lambda rad: rad.celler[nr].beloep


@for_fylket()
@require_safe
def kommuner_fil(request: HttpRequest, format_: str) -> HttpResponse:
    """The same as XLSX or CSV."""
    oversikt = _oversikt(request)
    return filsvar(
        format_,
        navn=f"tilskudd-kommuner-{oversikt.tall}",
        tittel=str(oversikt.tittel),
        kolonner=(
            Kolonne("nummer", _("Kommunenummer"), verdi=lambda r: r.kommune.nummer if r.kommune else ""),
            Kolonne("kommune", _("Kommune"), verdi=lambda r: r.kommune.navn if r.kommune else uten_kommune()),
            *(
                Kolonne(k.slug, visning.kvartal(k), verdi=_beloep(nr), slag=Slag.KRONER)
                for nr, k in enumerate(oversikt.kvartaler)
            ),
            Kolonne("sum", _("Sum"), slag=Slag.KRONER),
        ),
        rader=oversikt.rader,
        om=[
            (_("Tall"), str(oversikt.tittel)),
            (_("Betyr"), str(oversikt.forklaring)),
            (_("Forbehold"), forbehold()),
        ],
        av=aktoer_i(request),
    )


def uten_kommune() -> str:
    """Name the row of what cannot be placed."""
    return _("Uten kommune eller skjermet")


@for_fylket()
@require_safe
def penger_fil(request: HttpRequest, format_: str) -> HttpResponse:
    """The county's money per quarter as XLSX or CSV."""
    oversikt = les.pengeoversikt()
    return filsvar(
        format_,
        navn="tilskudd-kvartaler",
        tittel=_("Penger per kvartal"),
        kolonner=(
            Kolonne("kvartal", _("Kvartal"), verdi=lambda r: visning.kvartal(r.kvartal)),
            *(
                Kolonne(str(nr), tittel, verdi=_beloep(nr), slag=Slag.KRONER)
                for nr, tittel in enumerate(oversikt.titler)
            ),
        ),
        rader=oversikt.rader,
        om=[(_("Tall"), _("Penger per kvartal")), (_("Forbehold"), forbehold())],
        av=aktoer_i(request),
    )
