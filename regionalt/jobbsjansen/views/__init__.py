"""Pages of the projects: list, page, numbers, report, files."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.jobbsjansen import actions, queries
from regionalt.jobbsjansen.forms import FilSkjema, RapportSkjema, TallSkjema, med_tilskudd
from regionalt.jobbsjansen.lister import PROSJEKTER
from regionalt.jobbsjansen.models import Halvaarstall, Prosjekt
from regionalt.jobbsjansen.tilskuddskilder import finn_tilskudd, tilskuddsvalg
from regionalt.roller import FOELGER_OPP, LESER
from regionalt.views import skjemaside
from regionalt.views.registerskjema import Skjemaside, vis_skjema


@krever(*LESER)
@require_safe
def prosjekter(request: HttpRequest) -> HttpResponse:
    """The projects: to a municipality those it is part of."""
    kan = aktoer_i(request).har(*FOELGER_OPP)
    return vis_liste(request, PROSJEKTER, mal="jobbsjansen/prosjekter.html", kan_endre=kan)


@krever(*LESER)
@require_safe
def prosjekt(request: HttpRequest, jobbsjanseprosjekt: UUID) -> HttpResponse:
    """One project: numbers by half-year, the grant, the report and its files."""
    funnet, av = _prosjekt(jobbsjanseprosjekt), aktoer_i(request)
    innhold = {
        "prosjekt": funnet,
        "kommuner": queries.kommunenavn(funnet.kommuner),
        "tall": list(funnet.tall.all()),
        "tilskudd": finn_tilskudd(av, funnet.tilskudd),
        "filer": queries.filene(funnet),
        "kan_endre": av.har(*FOELGER_OPP),
    }
    return render(request, "jobbsjansen/prosjekt.html", innhold)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def prosjekt_ny(request: HttpRequest) -> HttpResponse:
    """Add a project."""
    return vis_skjema(request, _prosjektside(request, _("Nytt prosjekt")))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def prosjekt_endre(request: HttpRequest, jobbsjanseprosjekt: UUID) -> HttpResponse:
    """Change a project."""
    side = _prosjektside(request, _("Endre prosjektet"))
    return vis_skjema(request, side, _prosjekt(jobbsjanseprosjekt))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def tall_ny(request: HttpRequest, jobbsjanseprosjekt: UUID) -> HttpResponse:
    """Write the numbers of a half-year."""
    funnet = _prosjekt(jobbsjanseprosjekt)
    start = {"aar": timezone.localdate().year}
    return vis_skjema(request, _tallside(funnet, _("Tall for et halvår")), start=start)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def tall_endre(request: HttpRequest, jobbsjansetall: UUID) -> HttpResponse:
    """Correct the numbers of a half-year."""
    funnet = queries.finn_tall(jobbsjansetall)
    if funnet is None:
        raise Http404
    return vis_skjema(request, _tallside(funnet.prosjekt, _("Rett tallene")), funnet)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def rapport(request: HttpRequest, jobbsjanseprosjekt: UUID) -> HttpResponse:
    """Write the report, and say that it is delivered."""
    funnet = _prosjekt(jobbsjanseprosjekt)
    side: Skjemaside[Prosjekt] = Skjemaside(
        skjema=RapportSkjema,
        overskrift=_("Skriv rapporten"),
        smuler=_smuler(funnet),
        lagre=actions.lagre_rapport,
        tilbake=_adresse,
        melding=_("Rapporten er lagret."),
        avbryt=_adresse(funnet),
    )
    return vis_skjema(request, side, funnet)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def vedlegg(request: HttpRequest, jobbsjanseprosjekt: UUID) -> HttpResponse:
    """Attach files to the report."""
    funnet = _prosjekt(jobbsjanseprosjekt)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = FilSkjema(*data, avbryt=_adresse(funnet))

    def gjoer(svar: FilSkjema) -> HttpResponse:
        filer = svar.cleaned_data["vedlegg"]
        antall = actions.legg_ved(prosjekt=funnet, filer=filer, av=aktoer_i(request))
        tekst = ngettext("%(n)s fil er lagt ved prosjektet.", "%(n)s filer er lagt ved prosjektet.", antall)
        messages.success(request, tekst % {"n": antall})
        return redirect(_adresse(funnet))

    side = skjemaside.Skjemaside(_("Legg ved filer"), _smuler(funnet), uten_personer=True)
    return skjemaside.vis_skjema(request, skjema, side, gjoer)


def _prosjektside(request: HttpRequest, overskrift: str) -> Skjemaside[Prosjekt]:
    return Skjemaside(
        skjema=med_tilskudd(tilskuddsvalg(aktoer_i(request))),
        overskrift=overskrift,
        smuler=_smuler(),
        lagre=actions.lagre_prosjekt,
        tilbake=_adresse,
        melding=_("Prosjektet er lagret."),
        avbryt=reverse("jobbsjansen:prosjekter"),
    )


def _tallside(funnet: Prosjekt, overskrift: str) -> Skjemaside[Halvaarstall]:
    return Skjemaside(
        skjema=TallSkjema,
        overskrift=overskrift,
        smuler=_smuler(funnet),
        lagre=partial(actions.lagre_tall, prosjekt=funnet),
        tilbake=lambda rad: _adresse(funnet),
        melding=_("Tallene er lagret."),
        avbryt=_adresse(funnet),
    )


def _smuler(funnet: Prosjekt | None = None) -> tuple[tuple[str, str], ...]:
    felles = ((_("Jobbsjansen del B"), reverse("jobbsjansen:prosjekter")),)
    return (*felles, (funnet.navn, _adresse(funnet))) if funnet else felles


def _adresse(funnet: Prosjekt) -> str:
    return reverse("jobbsjansen:prosjekt", args=[funnet.noekkel])


def _prosjekt(noekkel: UUID) -> Prosjekt:
    funnet = queries.finn_prosjekt(noekkel)
    if funnet is None:
        raise Http404
    return funnet
