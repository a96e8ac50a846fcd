"""My week: a counsellor's sessions, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Bruker
from karriere import kalender
from karriere.models import Samtale
from karriere.queries.gruppe import uken
from karriere.queries.saker import veiledere_ved
from karriere.roller import VEILEDER
from karriere.rules.uke import mandagen, som_tekst
from karriere.views.felles import sti_til


@krever(*VEILEDER)
@require_safe
def min_uke(request: HttpRequest) -> HttpResponse:
    """The week one asks for, one's own or a colleague's."""
    i_dag, kolleger = timezone.localdate(), _kolleger()
    mandag, hvem = mandagen(request.GET.get("uke", ""), i_dag), _hvem(request, kolleger)
    samtaler = uken(hvem, mandag)
    innhold = {
        "sti": sti_til(),
        "nr": mandag.isocalendar().week,
        "aar": mandag.isocalendar().year,
        "dager": [_dag(mandag + timedelta(days=n), samtaler) for n in range(7)],
        "tom": not samtaler,
        "i_dag": i_dag,
        "kolleger": kolleger,
        "hvem": hvem,
        "meg": aktoer_i(request).bruker_id,
        "uke": som_tekst(mandag),
        "forrige": som_tekst(mandag - timedelta(days=7)),
        "neste": som_tekst(mandag + timedelta(days=7)),
    }
    return render(request, "karriere/uke.html", innhold)


def _kolleger() -> list[Bruker]:
    return list(veiledere_ved(None, timezone.localdate()))


def _hvem(request: HttpRequest, kolleger: list[Bruker]) -> int:
    """Return who was asked for: oneself when it is nobody who guides."""
    valgt = request.GET.get("veileder", "")
    return next((b.pk for b in kolleger if str(b.pk) == valgt), aktoer_i(request).bruker_id)


def _dag(dag: date, samtaler: list[Samtale]) -> dict[str, Any]:
    return {"dag": dag, "samtaler": [s for s in samtaler if timezone.localdate(s.start) == dag]}


@krever(*VEILEDER)
@require_safe
def uke_ics(request: HttpRequest) -> HttpResponse:
    """The week for a calendar: nothing about anyone in it."""
    mandag = mandagen(request.GET.get("uke", ""), timezone.localdate())
    samtaler = uken(_hvem(request, _kolleger()), mandag, med_flyttede=True)
    return kalender.fil(samtaler, settings.NETTADRESSE, "uke.ics")
