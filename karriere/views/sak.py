"""K2: the case: all that is known before the talk on one page, and what is decided about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.forberedelse import kartleggingen
from karriere.forms.koe import TildelSkjema, VentSkjema
from karriere.forms.sak import GjennomfoertSkjema, NeiSkjema, SenterSkjema
from karriere.koefakta import fakta_om
from karriere.models import Sak, Senter
from karriere.queries.saker import hendelser_i
from karriere.roller import LESER_NOTAT, SER, VEILEDER
from karriere.rules.koe import Koetilstand, dager_igjen, for_sent, tilstand
from karriere.sakspaneler import sakspaneler_for
from karriere.spraak import spraaknavn
from karriere.tekster import TILSTAND, dager_i_ord, historikk
from karriere.views.felles import adresse, sti_til, vis_sak
from regionalt.views.skjemaside import Skjemaside, vis_skjema

_STED = "karriere-sak"


@krever(*SER)
@require_safe
def sak(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Show the case."""
    rad, i_dag = vis_sak(request, sak_noekkel, _STED), timezone.localdate()
    fakta = fakta_om(rad)
    staar = tilstand(fakta, i_dag)
    innhold = {
        "sak": rad,
        "sti": sti_til(),
        "staar": TILSTAND[staar],
        "dager": dager_i_ord(dager_igjen(rad.frist, i_dag)),
        "for_sent": for_sent(fakta, i_dag),
        "tolkespraak": spraaknavn(rad.tolkespraak),
        "kartlegging": kartleggingen(rad.person),
        "paneler": sakspaneler_for(request, rad),
        "historikk": list(historikk(hendelser_i(rad))),
        **_hva_man_kan(rad, aktoer_i(request), staar),
    }
    return render(request, "karriere/sak.html", innhold)


def _hva_man_kan(rad: Sak, av: Aktoer, staar: Koetilstand) -> dict[str, bool]:
    """Return which of the buttons there is a use for."""
    aapen = av.har(*VEILEDER) and staar is not Koetilstand.GJENNOMFOERT
    return {
        "ser_marked": av.har(*LESER_NOTAT),
        "kan_veilede": aapen,
        # a session that is to come is held before anything is registered
        "skal_holdes": staar is Koetilstand.AVTALT,
        "kan_avtale": aapen and rad.senter_id is not None and rad.neste_samtale is None,
        "kan_ta_av_vent": aapen and staar is Koetilstand.PAA_VENT,
        "kan_takke_nei": aapen and rad.bare_rett and rad.takket_nei is None,
        "kan_angre_nei": aapen and rad.takket_nei is not None,
        "kan_flytte": aapen and av.har(Rolle.FYLKE_SAKSBEHANDLER),
    }


def _skjemaet(
    request: HttpRequest, rad: Sak, skjema: Any, tittel: str, gjoer: Any, ingress: str = ""
) -> HttpResponse:
    """Show a form below the case, or do what it says and go back to the case."""

    def ferdig(skjema: Any) -> HttpResponse:
        messages.success(request, gjoer(skjema))
        return redirect(adresse(rad))

    return vis_skjema(request, skjema, Skjemaside(tittel, sti_til(rad), ingress), ferdig)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def tildel(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Who guides."""
    rad, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)
    skjema = TildelSkjema(
        skrevet(request), senter_id=rad.senter_id, meg=av.bruker_id,
        initial={"veileder": rad.veileder_id or av.bruker_id}, avbryt=adresse(rad),
    )  # fmt: skip

    def gjoer(s: TildelSkjema) -> str:
        actions.tildel(saker=[rad], veileder_id=s.veileder_id, av=av)
        return _("Veilederen er lagret.")

    return _skjemaet(request, rad, skjema, _("Velg veileder"), gjoer)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def vent(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Put on hold."""
    rad, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)

    def gjoer(s: VentSkjema) -> str:
        actions.sett_paa_vent(saker=[rad], av=av, **s.cleaned_data)
        return _("Saken er satt på vent.")

    skjema = VentSkjema(skrevet(request), avbryt=adresse(rad))
    return _skjemaet(request, rad, skjema, _("Sett saken på vent"), gjoer)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def nei(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """The person declines."""
    rad, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)
    if not rad.bare_rett:
        raise Http404

    def gjoer(s: NeiSkjema) -> str:
        actions.registrer_nei(sak=rad, dag=s.cleaned_data["dag"], av=av)
        return _("Det er registrert at personen takker nei.")

    ingress = _(
        "Personen har rett til veiledning, men ikke plikt (integreringsloven § 37 b). Det kan angres."
    )
    skjema = NeiSkjema(skrevet(request), avbryt=adresse(rad))
    return _skjemaet(request, rad, skjema, _("Takker nei"), gjoer, ingress)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def gjennomfoert(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Guidance is carried out."""
    rad, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)

    def gjoer(s: GjennomfoertSkjema) -> str:
        actions.registrer_gjennomfoert(sak=rad, dag=s.cleaned_data["dag"], av=av)
        return _("Veiledningen er registrert som gjennomført.")

    ingress = _("Registreres også på personen (forskriften § 52 c). Er den feil, annulleres den der.")
    skjema = GjennomfoertSkjema(skrevet(request), avbryt=adresse(rad))
    return _skjemaet(request, rad, skjema, _("Veiledningen er gjennomført"), gjoer, ingress)


@krever(Rolle.FYLKE_SAKSBEHANDLER)
@require_http_methods(GET_POST)
def senter(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Another centre."""
    rad, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)
    naa = str(rad.senter_id) if rad.senter_valgt else ""

    def gjoer(s: SenterSkjema) -> str:
        valgt = s.cleaned_data["senter"]
        til = Senter.objects.get(pk=valgt) if valgt else None
        actions.flytt_til_senter(sak=rad, senter=til, av=av)
        return _("Saken er flyttet.")

    skjema = SenterSkjema(skrevet(request), initial={"senter": naa}, avbryt=adresse(rad))
    return _skjemaet(request, rad, skjema, _("Flytt saken til et annet senter"), gjoer)


@krever(*VEILEDER)
@require_POST
def ta_av_vent(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """End the hold."""
    return _knapp(request, sak_noekkel, actions.ta_av_vent, _("Saken er tilbake i køen."))


@krever(*VEILEDER)
@require_POST
def angre_nei(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """The person wants guidance after all."""
    return _knapp(request, sak_noekkel, actions.angre_nei, _("Saken er tilbake i køen."))


def _knapp(request: HttpRequest, noekkel: UUID, gjoer: Any, tekst: str) -> HttpResponse:
    rad = vis_sak(request, noekkel, _STED)
    try:
        gjoer(sak=rad, av=aktoer_i(request))
        messages.success(request, tekst)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adresse(rad))
