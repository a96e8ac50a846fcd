"""«Hvem kontakter jeg når»: the services by situation, and the mangfoldsrådgivere of the schools."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.forebygging import actions
from regionalt.forebygging.forms.katalog import RaadgiverSkjema, TjenesteSkjema
from regionalt.forebygging.lister import RAADGIVERE
from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver
from regionalt.forebygging.queries import katalog as queries
from regionalt.forebygging.roller import LESER_KATALOG
from regionalt.forebygging.rules.gjennomgang import utloept
from regionalt.roller import FOELGER_OPP
from regionalt.views.registerskjema import Skjemaside, vis_skjema

_KATALOG, _RAADGIVERE = "forebygging:katalog", "forebygging:raadgivere"


@krever(*LESER_KATALOG)
@require_safe
def katalog(request: HttpRequest) -> HttpResponse:
    """The services by situation: what they do, for whom, when to contact them."""
    av, alle = aktoer_i(request), queries.tjenester(timezone.localdate())
    innhold = {"situasjoner": queries.per_situasjon(alle), "alle": alle, "kan_endre": av.har(*FOELGER_OPP)}
    return render(request, "forebygging/katalog.html", innhold)


@krever(*LESER_KATALOG)
@require_safe
def tjeneste(request: HttpRequest, tjeneste_noekkel: UUID) -> HttpResponse:
    """One service."""
    funnet, av = _tjeneste(tjeneste_noekkel), aktoer_i(request)
    innhold = {"rad": funnet, "kan_endre": av.har(*FOELGER_OPP), **_felles(funnet, av.er_fylke)}
    return render(request, "forebygging/tjeneste.html", innhold)


@krever(*LESER_KATALOG)
@require_safe
def raadgivere(request: HttpRequest) -> HttpResponse:
    """The mangfoldsrådgivere, by school."""
    kan = aktoer_i(request).har(*FOELGER_OPP)
    return vis_liste(request, RAADGIVERE, mal="forebygging/raadgivere.html", kan_endre=kan)


@krever(*LESER_KATALOG)
@require_safe
def raadgiver(request: HttpRequest, raadgiver_noekkel: UUID) -> HttpResponse:
    """One mangfoldsrådgiver."""
    funnet, av = _raadgiver(raadgiver_noekkel), aktoer_i(request)
    innhold = {"rad": funnet, "kan_endre": av.har(*FOELGER_OPP), **_felles(funnet, av.er_fylke)}
    return render(request, "forebygging/raadgiver.html", innhold)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def tjeneste_ny(request: HttpRequest) -> HttpResponse:
    """Add a service."""
    return vis_skjema(request, _tjenesteside(_("Legg inn tjeneste")), start={"rekkefoelge": 50})


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def tjeneste_endre(request: HttpRequest, tjeneste_noekkel: UUID) -> HttpResponse:
    """Change a service, or say when it is to be looked over next."""
    return vis_skjema(request, _tjenesteside(_("Endre tjenesten")), _tjeneste(tjeneste_noekkel))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def raadgiver_ny(request: HttpRequest) -> HttpResponse:
    """Add a mangfoldsrådgiver."""
    return vis_skjema(request, _raadgiverside(_("Legg inn mangfoldsrådgiver")))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def raadgiver_endre(request: HttpRequest, raadgiver_noekkel: UUID) -> HttpResponse:
    """Change a mangfoldsrådgiver, or end them."""
    return vis_skjema(request, _raadgiverside(_("Endre mangfoldsrådgiveren")), _raadgiver(raadgiver_noekkel))


def _tjenesteside(overskrift: str) -> Skjemaside[Hjelpetjeneste]:
    return Skjemaside(
        skjema=TjenesteSkjema,
        overskrift=overskrift,
        smuler=((_("Forebygging"), reverse(_KATALOG)),),
        lagre=actions.lagre_tjeneste,
        tilbake=lambda rad: reverse("forebygging:tjeneste", args=[rad.noekkel]),
        melding=_("Tjenesten er lagret."),
        avbryt=reverse(_KATALOG),
    )


def _raadgiverside(overskrift: str) -> Skjemaside[Mangfoldsraadgiver]:
    return Skjemaside(
        skjema=RaadgiverSkjema,
        overskrift=overskrift,
        smuler=((_("Forebygging"), reverse(_KATALOG)), (_("Mangfoldsrådgivere"), reverse(_RAADGIVERE))),
        lagre=actions.lagre_raadgiver,
        tilbake=lambda rad: reverse("forebygging:raadgiver", args=[rad.noekkel]),
        melding=_("Mangfoldsrådgiveren er lagret."),
        avbryt=reverse(_RAADGIVERE),
    )


def _felles(rad: Hjelpetjeneste | Mangfoldsraadgiver, fylket: bool) -> dict[str, bool]:
    i_dag = timezone.localdate()
    return {
        "fylket": fylket,
        "sluttet": utloept(rad.til, i_dag),
        "over_dato": utloept(rad.gjennomgaas, i_dag),
    }


def _tjeneste(noekkel: UUID) -> Hjelpetjeneste:
    funnet = queries.finn_tjeneste(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _raadgiver(noekkel: UUID) -> Mangfoldsraadgiver:
    funnet = queries.finn_raadgiver(noekkel)
    if funnet is None:
        raise Http404
    return funnet
