"""Networks: list, page, members."""

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
from regionalt.kompetanse import actions
from regionalt.kompetanse.forms.nettverk import MedlemSkjema, NettverkSkjema
from regionalt.kompetanse.lister_nettverk import NETTVERK, nettverksstatus
from regionalt.kompetanse.models import Nettverk, Nettverksmedlem
from regionalt.kompetanse.queries import nettverk as queries
from regionalt.kompetanse.roller import LESER, SKRIVER
from regionalt.kompetanse.tekster import tidsrom
from regionalt.views.registerskjema import Skjemaside, vis_skjema


@krever(*LESER)
@require_safe
def nettverkene(request: HttpRequest) -> HttpResponse:
    """All networks."""
    kan = aktoer_i(request).har(*SKRIVER)
    return vis_liste(request, NETTVERK, mal="kompetanse/nettverkene.html", kan_skrive=kan)


@krever(*LESER)
@require_safe
def nettverk(request: HttpRequest, nettverket: UUID) -> HttpResponse:
    """A network: what for, its meetings and members."""
    funnet, av, dag = nettverk_eller_404(nettverket), aktoer_i(request), timezone.localdate()
    innhold = {
        "nettverk": funnet,
        "status": nettverksstatus(funnet),
        "medlemmer": [(m, m.til is None or m.til >= dag) for m in queries.medlemmene(funnet)],
        "moeter": [(m, tidsrom(m.start, m.slutt)) for m in queries.moetene(funnet)],
        "fylket": av.er_fylke,
        "kan_skrive": av.har(*SKRIVER),
    }
    return render(request, "kompetanse/nettverk.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def nettverk_nytt(request: HttpRequest) -> HttpResponse:
    """Add a network."""
    return vis_skjema(request, _side(_("Nytt nettverk"), reverse("kompetanse:nettverkene")))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def nettverk_endre(request: HttpRequest, nettverket: UUID) -> HttpResponse:
    """Change a network, or close it down."""
    funnet = nettverk_eller_404(nettverket)
    return vis_skjema(request, _side(_("Endre nettverket"), _adresse(funnet), funnet), funnet)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def medlem_nytt(request: HttpRequest, nettverket: UUID) -> HttpResponse:
    """Add a member."""
    side = _medlemsside(_("Nytt medlem"), nettverk_eller_404(nettverket))
    return vis_skjema(request, side, start={"fra": timezone.localdate()})


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def medlem_endre(request: HttpRequest, kursmedlem: UUID) -> HttpResponse:
    """Change a member, or end the membership."""
    funnet = queries.finn_medlem(kursmedlem)
    if funnet is None:
        raise Http404
    return vis_skjema(request, _medlemsside(_("Endre medlemmet"), funnet.nettverk), funnet)


def nettverk_eller_404(noekkel: UUID) -> Nettverk:
    """Return a network. Raises Http404."""
    funnet = queries.finn_nettverk(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _side(overskrift: str, avbryt: str, nettverk: Nettverk | None = None) -> Skjemaside[Nettverk]:
    return Skjemaside(
        skjema=NettverkSkjema, overskrift=overskrift, smuler=_smuler(nettverk),
        lagre=actions.lagre_nettverk, tilbake=_adresse, melding=_("Nettverket er lagret."), avbryt=avbryt,
        uten_personer=False,
    )  # fmt: skip


def _medlemsside(overskrift: str, nettverk: Nettverk) -> Skjemaside[Nettverksmedlem]:
    return Skjemaside(
        skjema=MedlemSkjema,
        overskrift=overskrift,
        smuler=_smuler(nettverk),
        lagre=partial(actions.lagre_medlem, nettverk=nettverk),
        tilbake=lambda rad: _adresse(nettverk),
        melding=_("Medlemmet er lagret."),
        avbryt=_adresse(nettverk),
        uten_personer=False,
    )


def _smuler(nettverk: Nettverk | None) -> tuple[tuple[str, str], ...]:
    felles = (
        (_("Kurs og samlinger"), reverse("kompetanse:kurs")),
        (_("Nettverk"), reverse("kompetanse:nettverkene")),
    )
    return (*felles, (nettverk.navn, _adresse(nettverk))) if nettverk else felles


def _adresse(nettverk: Nettverk) -> str:
    return reverse("kompetanse:nettverk", args=[nettverk.noekkel])
