"""The leader's page: the figures; and the yearly wheel, on the page and as a calendar file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from integrering.tilgang.doerer import krever
from regionalt.ledelse.kalender import skriv
from regionalt.ledelse.queries.hjul import dagene, kildevalg
from regionalt.ledelse.roller import LESER
from regionalt.ledelse.rules.hjul import maaneder
from regionalt.ledelsestall import les_ledelsestall

# A wheel is for planning: a few years back and forth.
AAR_TILBAKE, AAR_FRAM = 5, 3


@krever(*LESER)
@require_safe
def oversikt(request: HttpRequest) -> HttpResponse:
    """The figures, each with the way to what it is made of."""
    i_dag = timezone.localdate()
    innhold = {"tallene": les_ledelsestall(i_dag), "i_dag": i_dag}
    return render(request, "ledelse/oversikt.html", innhold)


@krever(*LESER)
@require_safe
def aarshjul(request: HttpRequest) -> HttpResponse:
    """The days of a year by month (`?aar=`), of all sources or one (`?kilde=`)."""
    aar, kilde = _aar(request), _kilde(request)
    i_dag = timezone.localdate()
    alle = maaneder(dagene(aar, kilde), aar)
    innhold = {
        "aar": aar,
        "kilde": kilde,
        "kilder": kildevalg(),
        "maaneder": alle,
        "tomme": [date_format(maaned, "F") for maaned, dager in alle if not dager],
        "i_dag": i_dag,
        "har_denne": any(dager for maaned, dager in alle if maaned == i_dag.replace(day=1)),
        "forrige": aar - 1 if aar > i_dag.year - AAR_TILBAKE else None,
        "neste": aar + 1 if aar < i_dag.year + AAR_FRAM else None,
    }
    return render(request, "ledelse/aarshjul.html", innhold)


@krever(*LESER)
@require_safe
def aarshjul_ics(request: HttpRequest) -> HttpResponse:
    """The same as a calendar file."""
    aar = _aar(request)
    dager = dagene(aar, _kilde(request))
    innhold = skriv(dager, grunnadresse=request.build_absolute_uri("/").rstrip("/"), naa=timezone.now())
    svar = HttpResponse(innhold, content_type="text/calendar; charset=utf-8")
    svar.headers["Content-Disposition"] = f'attachment; filename="aarshjul-{aar}.ics"'
    return svar


def _aar(request: HttpRequest) -> int:
    i_aar = timezone.localdate().year
    tekst = request.GET.get("aar", "")
    valgt = int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) == 4 else i_aar
    return min(max(valgt, i_aar - AAR_TILBAKE), i_aar + AAR_FRAM)


def _kilde(request: HttpRequest) -> str:
    """Return the source that is asked for; all when there is none by that name."""
    valgt = request.GET.get("kilde", "")
    return valgt if valgt in dict(kildevalg()) else ""
