"""Claims: made, looked at, and fetched as letter and list."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.innbetalinger import actions, brev
from tilskudd.innbetalinger.models import Krav, Kravlinje
from tilskudd.innbetalinger.queries import avvik as les
from tilskudd.innbetalinger.views.avstemming import valgte_poster, vis_kravet

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@for_fylket()
@require_safe
def alle(request: HttpRequest) -> HttpResponse:
    """The claims that have been made."""
    return render(request, "innbetalinger/kravene.html", {"kravene": list(les.kravene()[:100])})


@for_fylket(*BEREGNER)
@require_POST
def nytt(request: HttpRequest) -> HttpResponse:
    """Make a claim of what was looked over."""
    poster = valgte_poster(request)
    try:
        noekkel = actions.lag_krav(post_ider=[p.pk for p in poster], av=aktoer_i(request))
    except Regelbrudd as brudd:
        return vis_kravet(request, poster, feil=str(brudd))
    messages.success(request, _("Kravet er laget, og avvikene er merket «Meldt IMDi»."))
    return redirect("innbetalinger:krav", krav=noekkel)


def _finn(noekkel: UUID) -> tuple[Krav, list[Kravlinje]]:
    krav = les.kravene().filter(noekkel=noekkel).first()
    if krav is None:
        raise Http404
    return krav, les.kravlinjer(krav)


@for_fylket()
@require_safe
def vis(request: HttpRequest, krav: UUID) -> HttpResponse:
    """One claim, with its letter and its list to fetch."""
    dette, linjer = _finn(krav)
    _logg(request, linjer)
    innhold = {"krav": dette, "linjer": linjer, "hele": len(linjer) == dette.antall}
    return render(request, "innbetalinger/krav.html", innhold)


def _logg(request: HttpRequest, linjer: list[Kravlinje]) -> None:
    ider = sorted({li.person_id for li in linjer if li.person_id})
    registrer_innsyn_i_mange(person_ider=ider, av=aktoer_i(request), hvor="innbetaling-krav")


@for_fylket()
@require_safe
def brevet(request: HttpRequest, krav: UUID, maalform: str) -> HttpResponse:
    """The letter as PDF, in one of the two written languages: no personal data in it."""
    if maalform not in ("nb", "nn"):
        raise Http404
    dette, linjer = _finn(krav)
    with translation.override(maalform):
        return _fil(brev.pdf(dette, linjer, maalform), "application/pdf", f"krav-{dette.dato}-{maalform}.pdf")


@for_fylket()
@require_POST
def listen(request: HttpRequest, krav: UUID) -> HttpResponse:
    """The list that goes with the letter: one row per person, the DUF number in a column of its own."""
    dette, linjer = _finn(krav)
    _logg(request, linjer)
    return _fil(brev.xlsx(dette, linjer), _XLSX, f"krav-{dette.dato}.xlsx")


def _fil(innhold: bytes, type_: str, navn: str) -> HttpResponse:
    svar = HttpResponse(innhold, content_type=type_)
    svar["Content-Disposition"] = f'attachment; filename="{navn}"'
    return svar
