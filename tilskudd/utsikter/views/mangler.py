"""T4: what waits, by municipality and person, and reminders in bulk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.visning import vis_liste
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.utsikter import tekster
from tilskudd.utsikter.actions.paaminnelse import fordel, paaminn
from tilskudd.utsikter.lister import KOMMUNER, PERSONER
from tilskudd.utsikter.models import PaaVent
from tilskudd.utsikter.queries.paa_vent import oversikt

HOEYST = 500
"""So many persons are asked about at once."""


@for_fylket()
@require_safe
def mangler(request: HttpRequest) -> HttpResponse:
    """Show what waits in all, per quarter and per municipality."""
    kan = aktoer_i(request).har(*BEREGNER)
    return vis_liste(
        request, KOMMUNER, mal="utsikter/mangler.html", velg="valgte" if kan else "", oversikt=oversikt()
    )


@for_fylket()
@require_safe
def personer(request: HttpRequest) -> HttpResponse:
    """Show the persons something waits for; of one municipality also its quarters."""
    kan = aktoer_i(request).har(*BEREGNER)
    nummer = request.GET.get("kommune", "")
    return vis_liste(
        request, PERSONER, mal="utsikter/personer.html", velg="valgte" if kan else "",
        oversikt=oversikt(nummer) if nummer else None,
    )  # fmt: skip


@for_fylket(*BEREGNER)
@require_POST
def paaminnelse(request: HttpRequest) -> HttpResponse:
    """Show what will be asked of whom; then, confirmed, send it."""
    rader = _valgte(request)
    if not rader:
        messages.error(request, _("Velg minst én rad."))
        return redirect("utsikter:mangler")
    if request.POST.get("bekreft") != "ja":
        return _se_over(request, rader)
    try:
        antall = paaminn(noekler=[rad.person.noekkel for rad in rader], av=aktoer_i(request))
    except Regelbrudd as brudd:
        return _se_over(request, rader, feil=str(brudd), status=AVVIST)
    tekst = ngettext("%(n)s påminnelse er sendt.", "%(n)s påminnelser er sendt.", antall) % {"n": antall}
    messages.success(request, tekst)
    return redirect("utsikter:mangler")


def _valgte(request: HttpRequest) -> list[Any]:
    """Return the persons chosen one by one, or all of the municipalities chosen."""
    rader = PaaVent.objects.select_related("person", "kommune").order_by("kommune__navn", "person__sortering")
    valgt = request.POST.getlist("valgt")
    if request.POST.get("hva") == "kommuner":
        return list(rader.filter(kommune__nummer__in=valgt)[:HOEYST])
    return list(rader.filter(person__noekkel__in=[n for n in valgt if _er_noekkel(n)])[:HOEYST])


def _er_noekkel(tekst: str) -> bool:
    try:
        return str(UUID(tekst)) == tekst
    except ValueError:
        return False


def _se_over(request: HttpRequest, rader: list[Any], *, feil: str = "", status: int = 200) -> HttpResponse:
    av = aktoer_i(request)
    registrer_innsyn_i_mange(person_ider=[rad.pk for rad in rader], av=av, hvor="utsikter-paaminnelse")
    for rad in rader:
        rad.mangler = tekster.mangler(rad.grunner)
    innhold = {"fordeling": fordel(rader, av), "feil": feil}
    return render(request, "utsikter/paaminnelse.html", innhold, status=status)
