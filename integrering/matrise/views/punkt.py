"""Decision points: list, page, add, change, finish, open again, files."""

from __future__ import annotations

import uuid
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.matrise import actions
from integrering.matrise.actions.punkt import eier
from integrering.matrise.forms.punkt import (
    Filskjema,
    Slettskjema,
    VedtakspunktSkjema,
    punktverdier,
)
from integrering.matrise.lister import PUNKTER, bildets_adresse
from integrering.matrise.models import Vedtakspunkt, Vedtaksvedlegg
from integrering.matrise.queries.punkter import dokumentasjon, finn_punkt
from integrering.matrise.roller import FOELGER_OPP, LESER, kan_foelge_opp
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.matrise.tekster import TJENESTER
from integrering.oppgaver.views.punkt import svar_paa_avslutning, svar_paa_gjenaapning
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import ARBEIDSROLLER

_LESER, _SKRIVER = tuple(sorted(LESER)), tuple(sorted(FOELGER_OPP))


@krever(*_LESER)
@require_safe
def vedtakspunkter(request: HttpRequest) -> HttpResponse:
    """The points, the nearest deadline first."""
    kan = kan_foelge_opp(aktoer_i(request))
    return vis_liste(request, PUNKTER, mal="matrise/punkter.html", kan_foelge_opp=kan)


@krever(*_LESER)
@require_safe
def vedtakspunkt(request: HttpRequest, vedtakspunkt_noekkel: UUID) -> HttpResponse:
    """One point and what shows that it is done."""
    punkt, av = _punkt(vedtakspunkt_noekkel), aktoer_i(request)
    innhold = {
        "punkt": punkt,
        "tjeneste": TJENESTER[Tjeneste(punkt.tjeneste)],
        "bilde_url": bildets_adresse(punkt.bilde) if punkt.bilde else "",
        "vedlegg": dokumentasjon(punkt),
        "eier": eier(av, punkt),
        "kan_aapne": av.har(*ARBEIDSROLLER),
    }
    return render(request, "matrise/punkt.html", innhold)


@krever(*_SKRIVER)
@require_http_methods(GET_POST)
def vedtakspunkt_nytt(request: HttpRequest) -> HttpResponse:
    """Write down a point."""
    av = aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "bilde": request.GET.get("bilde", "")}
    skjema = VedtakspunktSkjema(skrevet(request), av=av, initial=start, avbryt=reverse("vedtakspunkter"))

    def gjoer(svar: VedtakspunktSkjema) -> HttpResponse:
        punkt = actions.nytt_punkt(data=svar.data_for_punktet, innsending=svar.nr, av=av)
        messages.success(request, _("Vedtakspunktet er lagret, og kommunen har fått en oppgave."))
        return redirect(_adresse(punkt))

    return behandle(request, skjema, Svar("matrise/punkt_skjema.html", {}, gjoer))


@krever(*_SKRIVER)
@require_http_methods(GET_POST)
def vedtakspunkt_endre(request: HttpRequest, vedtakspunkt_noekkel: UUID) -> HttpResponse:
    """Change a point, or say when the answer was sent."""
    punkt, av = _mitt(request, vedtakspunkt_noekkel), aktoer_i(request)
    start = punktverdier(punkt)
    skjema = VedtakspunktSkjema(skrevet(request), av=av, initial=start, avbryt=_adresse(punkt))

    def gjoer(svar: VedtakspunktSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_punkt(punkt=punkt, versjon=versjon, data=svar.data_for_punktet, av=av)
        messages.success(request, _("Vedtakspunktet er endret."))
        return redirect(_adresse(punkt))

    return behandle(request, skjema, Svar("matrise/punkt_skjema.html", {"punkt": punkt}, gjoer, punktverdier))


@krever(*_SKRIVER)
@require_http_methods(GET_POST)
def vedtakspunkt_avslutt(request: HttpRequest, vedtakspunkt_noekkel: UUID) -> HttpResponse:
    """Say that a point is done, or that it falls away."""
    punkt = _mitt(request, vedtakspunkt_noekkel)
    return svar_paa_avslutning(
        request,
        punkt,
        mal="matrise/punkt_avslutt.html",
        innhold={"punkt": punkt},
        tilbake=_adresse(punkt),
        avslutt=partial(actions.avslutt_punkt, punkt=punkt, av=aktoer_i(request)),
    )


@krever(*_SKRIVER)
@require_POST
def vedtakspunkt_gjenaapne(request: HttpRequest, vedtakspunkt_noekkel: UUID) -> HttpResponse:
    """Open a point again."""
    punkt = _mitt(request, vedtakspunkt_noekkel)
    aapne = partial(actions.gjenaapne_punkt, punkt=punkt, av=aktoer_i(request))
    return svar_paa_gjenaapning(request, tilbake=_adresse(punkt), gjenaapne=aapne)


@krever(*_SKRIVER)
@require_http_methods(GET_POST)
def vedtakspunkt_vedlegg(request: HttpRequest, vedtakspunkt_noekkel: UUID) -> HttpResponse:
    """Attach files that show what was done."""
    punkt, av = _mitt(request, vedtakspunkt_noekkel), aktoer_i(request)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = Filskjema(*data, avbryt=_adresse(punkt))

    def gjoer(svar: Filskjema) -> HttpResponse:
        antall = actions.legg_ved_punktet(punkt=punkt, filer=svar.cleaned_data["vedlegg"], av=av)
        tekst = ngettext("%(n)s fil er lagt ved punktet.", "%(n)s filer er lagt ved punktet.", antall)
        messages.success(request, tekst % {"n": antall})
        return redirect(_adresse(punkt))

    return behandle(request, skjema, Svar("matrise/punkt_vedlegg.html", {"punkt": punkt}, gjoer))


@krever(*_SKRIVER)
@require_http_methods(GET_POST)
def vedtakspunkt_vedlegg_slett(
    request: HttpRequest, vedtakspunkt_noekkel: UUID, bevis_noekkel: UUID
) -> HttpResponse:
    """Delete a file from a point, having been asked."""
    punkt, av = _mitt(request, vedtakspunkt_noekkel), aktoer_i(request)
    lenker = Vedtaksvedlegg.objects.select_related("vedlegg", "punkt")
    lenke = lenker.filter(punkt=punkt, vedlegg__noekkel=bevis_noekkel).first()
    if lenke is None:
        raise Http404
    skjema = Slettskjema(skrevet(request), avbryt=_adresse(punkt))

    def gjoer(svar: Slettskjema) -> HttpResponse:
        actions.slett_vedlegg(lenke=lenke, av=av)
        messages.success(request, _("Vedlegget er slettet."))
        return redirect(_adresse(punkt))

    innhold = {"punkt": punkt, "vedlegg": lenke.vedlegg}
    return behandle(request, skjema, Svar("matrise/punkt_vedlegg_slett.html", innhold, gjoer))


def _punkt(noekkel: UUID) -> Vedtakspunkt:
    punkt = finn_punkt(noekkel)
    if punkt is None:
        raise Http404
    return punkt


def _mitt(request: HttpRequest, noekkel: UUID) -> Vedtakspunkt:
    """Return a point of one's own municipality. Raises Http404, PermissionDenied."""
    punkt = _punkt(noekkel)
    if not eier(aktoer_i(request), punkt):
        raise PermissionDenied
    return punkt


def _adresse(punkt: Vedtakspunkt) -> str:
    return reverse("vedtakspunkt", args=[punkt.noekkel])
