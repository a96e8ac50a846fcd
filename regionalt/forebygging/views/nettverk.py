"""Networks: list, page, members, meetings."""

from __future__ import annotations

from functools import partial
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
from integrering.utveksling.moeter.kodeverk import Moetetype
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.actions.registerrad import Lagring
from regionalt.forebygging import actions
from regionalt.forebygging.forms.nettverk import MedlemSkjema, MoetevalgSkjema, NettverkSkjema
from regionalt.forebygging.lister_arbeid import NETTVERK, planstatus
from regionalt.forebygging.models import Nettverk, Nettverksmedlem, Nettverksmoete
from regionalt.forebygging.queries import nettverk as queries
from regionalt.roller import FOELGER_OPP, FYLKET
from regionalt.views.nytt_moete import vis_nytt_moete
from regionalt.views.registerskjema import Skjemaside, vis_skjema


@krever(*FYLKET)
@require_safe
def nettverkene(request: HttpRequest) -> HttpResponse:
    """All networks."""
    kan = aktoer_i(request).har(*FOELGER_OPP)
    return vis_liste(request, NETTVERK, mal="forebygging/nettverkene.html", kan_endre=kan)


@krever(*FYLKET)
@require_safe
def nettverk(request: HttpRequest, nettverk_noekkel: UUID) -> HttpResponse:
    """A network: its members and its meetings."""
    funnet = _nettverk(nettverk_noekkel)
    innhold = {
        "nettverk": funnet,
        "status": planstatus(funnet.til),
        "medlemmer": [(m, planstatus(m.til)) for m in queries.medlemmene(funnet)],
        "moeter": [(m, moetets_tid(m)) for m in queries.moetene(funnet)],
        "kan_endre": aktoer_i(request).har(*FOELGER_OPP),
    }
    return render(request, "forebygging/nettverk.html", innhold)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def nettverk_ny(request: HttpRequest) -> HttpResponse:
    """Add a network."""
    return vis_skjema(request, _side(_("Nytt nettverk")))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def nettverk_endre(request: HttpRequest, nettverk_noekkel: UUID) -> HttpResponse:
    """Change a network, or end it."""
    return vis_skjema(request, _side(_("Endre nettverket")), _nettverk(nettverk_noekkel))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def medlem_ny(request: HttpRequest, nettverk_noekkel: UUID) -> HttpResponse:
    """Add a member."""
    side = _medlemsside(_("Nytt medlem"), _nettverk(nettverk_noekkel))
    return vis_skjema(request, side, start={"fra": timezone.localdate()})


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def medlem_endre(request: HttpRequest, nettverksmedlem: UUID) -> HttpResponse:
    """Change a member, or end them."""
    funnet = queries.finn_medlem(nettverksmedlem)
    if funnet is None:
        raise Http404
    return vis_skjema(request, _medlemsside(_("Endre medlemmet"), funnet.nettverk), funnet)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def moete_knytt(request: HttpRequest, nettverk_noekkel: UUID) -> HttpResponse:
    """Choose a network meeting that is this network's."""
    funnet = _nettverk(nettverk_noekkel)
    side: Skjemaside[Nettverksmoete] = Skjemaside(
        skjema=MoetevalgSkjema,
        overskrift=_("Knytt et møte til nettverket"),
        smuler=_smuler(funnet),
        lagre=lambda felter, lagring, av: actions.knytt_moete(
            nettverk=funnet, moete=felter["moete"], lagring=lagring, av=av
        ),
        tilbake=lambda rad: _adresse(funnet),
        melding=_("Møtet hører nå til nettverket."),
        avbryt=_adresse(funnet),
    )
    return vis_skjema(request, side)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def moete_nytt(request: HttpRequest, nettverk_noekkel: UUID) -> HttpResponse:
    """Call a meeting of the network."""
    funnet = _nettverk(nettverk_noekkel)
    return vis_nytt_moete(
        request,
        forvalg={"type": Moetetype.NETTVERK.value, "tittel": funnet.navn},
        tilbake=_adresse(funnet),
        etter=lambda moete: actions.knytt_moete(
            nettverk=funnet, moete=moete, lagring=Lagring(), av=aktoer_i(request)
        ),
    )


def _side(overskrift: str) -> Skjemaside[Nettverk]:
    return Skjemaside(
        skjema=NettverkSkjema,
        overskrift=overskrift,
        smuler=_smuler(),
        lagre=actions.lagre_nettverk,
        tilbake=_adresse,
        melding=_("Nettverket er lagret."),
        avbryt=reverse("forebygging:nettverkene"),
    )


def _medlemsside(overskrift: str, nettverk: Nettverk) -> Skjemaside[Nettverksmedlem]:
    return Skjemaside(
        skjema=MedlemSkjema,
        overskrift=overskrift,
        smuler=_smuler(nettverk),
        lagre=partial(actions.lagre_medlem, nettverk=nettverk),
        tilbake=lambda rad: _adresse(nettverk),
        melding=_("Medlemmet er lagret."),
        avbryt=_adresse(nettverk),
    )


def _smuler(nettverk: Nettverk | None = None) -> tuple[tuple[str, str], ...]:
    felles = (
        (_("Forebygging"), reverse("forebygging:katalog")),
        (_("Nettverk"), reverse("forebygging:nettverkene")),
    )
    return (*felles, (nettverk.navn, _adresse(nettverk))) if nettverk else felles


def _adresse(nettverk: Nettverk) -> str:
    return reverse("forebygging:nettverk", args=[nettverk.noekkel])


def _nettverk(noekkel: UUID) -> Nettverk:
    funnet = queries.finn_nettverk(noekkel)
    if funnet is None:
        raise Http404
    return funnet
