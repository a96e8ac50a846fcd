"""The reports: all of them, one of them, and a table of it as a file."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from integrering.grunnmur.skjema import valgte_filtre
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister import Listefilter
from integrering.lister.models import Filformat
from integrering.rapporter import uttrekk
from integrering.rapporter.queries.smaatall import grense
from integrering.rapporter.rapportene.aarsavslutning import AARSAVSLUTNING, FOERSTE_AAR, gjeldende_aar
from integrering.rapporter.rapportene.felles import Rapportslag
from integrering.rapporter.rapportene.register import RAPPORTER
from integrering.rapporter.roller import LESER_TALL, SER_PERSONENE, TAR_UT_PAKKER
from integrering.rapporter.visning import celle, vis
from integrering.tilgang.doerer import aktoer_i, krever

_FORMATER = {format_.value: format_ for format_ in Filformat}


def adresse(slag: Rapportslag, aar: int | None = None) -> str:
    """Return the address of a report; the year-end has one a year."""
    if slag is AARSAVSLUTNING:
        return reverse("aarsavslutning", args=[aar or gjeldende_aar()])
    return reverse("rapport", args=[slag.navn])


@krever(*LESER_TALL)
@require_safe
def oversikt(request: HttpRequest) -> HttpResponse:
    """All reports."""
    rapporter = [(slag, adresse(slag)) for slag in RAPPORTER.values()]
    rolle = aktoer_i(request).rolle
    innhold = {
        "rapporter": rapporter,
        "ser_personene": rolle in SER_PERSONENE,
        "tar_ut_pakker": rolle in TAR_UT_PAKKER,
    }
    return render(request, "rapporter/oversikt.html", innhold)


@krever(*LESER_TALL)
@require_safe
def rapport(request: HttpRequest, rapportnavn: str) -> HttpResponse:
    """One report."""
    slag = _slag(rapportnavn)
    return redirect(adresse(slag)) if slag is AARSAVSLUTNING else _vis(request, slag)


@krever(*LESER_TALL)
@require_safe
def aarsavslutning(request: HttpRequest, rapportaar: int) -> HttpResponse:
    """The year-end of a year, from the first we know of to this year."""
    aar, i_aar = rapportaar, timezone.localdate().year
    if not FOERSTE_AAR <= aar <= i_aar:
        raise Http404
    naboer = [
        (ett, adresse(AARSAVSLUTNING, ett)) for ett in (aar - 1, aar + 1) if FOERSTE_AAR <= ett <= i_aar
    ]
    return _vis(request, AARSAVSLUTNING, aar=aar, naboer=naboer)


def _slag(navn: str) -> Rapportslag:
    if navn not in RAPPORTER:
        raise Http404
    return RAPPORTER[navn]


def _vis(request: HttpRequest, slag: Rapportslag, **fast: Any) -> HttpResponse:
    av = aktoer_i(request)
    skjema = slag.filterskjema(request.GET or None, av=av)
    innhold: dict[str, Any] = {
        "slag": slag,
        "filterskjema": skjema if skjema.fields else None,
        "skjema": skjema,
        "nullstill": request.path,
        "hentet": timezone.now(),
        "grense": grense(),
        "aapen": av.rolle in SER_PERSONENE,
        **fast,
    }
    if skjema.is_bound and not skjema.is_valid():
        return render(request, "rapporter/rapport.html", innhold, status=AVVIST)
    valg = _valg(skjema) | fast
    laget = slag.lag(av, valg, innhold["grense"])
    innhold |= {
        "rapport": laget,
        "tabeller": list(vis(laget.tabeller, aapen=innhold["aapen"])),
        "punkter": [(navn, celle(verdi, aapen=innhold["aapen"])) for navn, verdi in laget.punkter],
        "chips": valgte_filtre(skjema, request.GET),
        "valg": {navn: verdi for navn, verdi in valg.items() if verdi and navn != "naboer"},
    }
    return render(request, "rapporter/rapport.html", innhold)


def _valg(skjema: Listefilter) -> dict[str, Any]:
    return dict(skjema.cleaned_data) if skjema.is_bound else {}


@krever(*LESER_TALL)
@require_POST
def hent(request: HttpRequest, rapportnavn: str) -> HttpResponseBase:
    """A table of a report as a file. Nothing small is in it, whoever takes it out."""
    av, slag = aktoer_i(request), _slag(rapportnavn)
    skjema = slag.filterskjema(request.POST, av=av)
    format_, nr = _FORMATER.get(request.POST.get("format", "")), request.POST.get("tabell", "")
    if format_ is None or not skjema.is_valid() or not (nr.isascii() and nr.isdigit()):
        raise Http404
    valg = _valg(skjema)
    if slag is AARSAVSLUTNING:
        valg["aar"] = _aaret(request.POST.get("aar", ""))
    laget = slag.lag(av, valg, grense())
    if int(nr) >= len(laget.tabeller):
        raise Http404
    filter_i_ord = "; ".join(c.tekst for c in valgte_filtre(skjema, request.POST)) or _("Ingen filter")
    fil = uttrekk.fil(
        navn=slag.navn, tittel=str(slag.tittel), rapport=laget, nr=int(nr), filter_i_ord=filter_i_ord,
        format_=format_, av=av,
    )  # fmt: skip
    return FileResponse(fil.innhold, as_attachment=True, filename=fil.navn, content_type=fil.innholdstype)


def _aaret(tekst: str) -> int:
    if not (tekst.isascii() and tekst.isdigit() and FOERSTE_AAR <= int(tekst) <= timezone.localdate().year):
        raise Http404
    return int(tekst)
