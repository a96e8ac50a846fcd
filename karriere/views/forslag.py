"""A time a municipality proposes: sent, answered, taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from karriere import actions
from karriere.forms.opplegg import AvslaaSkjema, ForslagSkjema, GodtaGruppeSkjema, GodtaSkjema
from karriere.kodeverk import Forslagsstatus, Samtaleform, Samtaleslag
from karriere.models import Oppleggsforslag
from karriere.planlegging import dagene
from karriere.queries.opplegg import avtalt_i, finn_forslag, kan_faa_tiden, opplegget_med, senteret_til
from karriere.roller import KOMMUNEN, VEILEDER
from karriere.views import samtale
from karriere.views.opplegg import SER_PLANEN, adressen_til, kan_planlegge, stien_til
from regionalt.views.skjemaside import Skjemaside, vis_skjema

S = Forslagsstatus


def _forslag_eller_404(noekkel: UUID) -> Oppleggsforslag:
    funnet = finn_forslag(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _adresse(rad: Oppleggsforslag) -> str:
    return reverse("karriere:forslag", args=[rad.noekkel])


@krever(*KOMMUNEN)
@require_http_methods(GET_POST)
def forslag_nytt(request: HttpRequest) -> HttpResponse:
    """The municipality proposes a time."""
    av = aktoer_i(request)
    kommune, opplegg = Virksomhet.objects.get(pk=av.virksomhet_id), opplegget_med(av.virksomhet_id)
    start = {
        "innsending": uuid4(),
        "slag": Samtaleslag.INDIVIDUELL.value,
        "sted": opplegg.sted if opplegg else "",
    }
    skjema = ForslagSkjema(skrevet(request), initial=start, avbryt=adressen_til(kommune))

    def gjoer(s: ForslagSkjema) -> HttpResponse:
        actions.foreslaa_tid(data=s.forslaget, innsending=s.nr, av=av)
        messages.success(request, _("Forslaget er sendt. Svaret kommer på denne siden."))
        return redirect(adressen_til(kommune))

    ingress = _("Karrieresenteret godtar tiden eller svarer nei med en grunn.")
    if opplegg and opplegg.ukedager:
        ingress += " " + _("Dager som er avtalt: %(dager)s.") % {"dager": dagene(opplegg.ukedager)}
    side = Skjemaside(_("Foreslå en tid"), stien_til(av, kommune), ingress)
    return vis_skjema(request, skjema, side, gjoer)


@krever(*SER_PLANEN)
@require_safe
def forslag(request: HttpRequest, oppleggsforslag_noekkel: UUID) -> HttpResponse:
    """The proposal and its answer; and, when it is accepted, who may have the time."""
    rad, av = _forslag_eller_404(oppleggsforslag_noekkel), aktoer_i(request)
    planlegger = kan_planlegge(senteret_til(rad.kommune_id), av)
    godtatt = rad.status == S.GODTATT
    plasser = avtalt_i(rad) if godtatt else []
    gruppe = rad.slag == Samtaleslag.GRUPPE
    innhold = {
        "forslag": rad,
        "sti": stien_til(av, rad.kommune),
        "plasser": plasser,
        "er_gruppe": gruppe,
        "kan_svare": planlegger and rad.status == S.VENTER,
        "kan_trekke": av.har(*KOMMUNEN) and rad.status == S.VENTER,
        "kan_avtale": planlegger and godtatt and not gruppe,
        "saker": kan_faa_tiden(rad) if planlegger and godtatt and not gruppe else [],
        "flyttet_til": rad.samtale.start if rad.samtale and rad.samtale.start != rad.start else None,
        "kan_aapne_samtale": av.har(*samtale.SER_SAMTALEN),
    }
    return render(request, "karriere/forslag.html", innhold)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def forslag_godta(request: HttpRequest, oppleggsforslag_noekkel: UUID) -> HttpResponse:
    """Say yes: a group is made at once, talks with one are agreed with each person after."""
    rad = _forslag_eller_404(oppleggsforslag_noekkel)
    return _godta_gruppe(request, rad) if rad.slag == Samtaleslag.GRUPPE else _godta(request, rad)


def _godta(request: HttpRequest, rad: Oppleggsforslag) -> HttpResponse:
    av = aktoer_i(request)
    skjema = GodtaSkjema(skrevet(request), avbryt=_adresse(rad))

    def gjoer(s: GodtaSkjema) -> HttpResponse:
        actions.godta_forslag(forslag=rad, svar=s.cleaned_data["svar"], av=av)
        messages.success(request, _("Tiden er godtatt. Velg hvem som skal ha den."))
        return redirect(_adresse(rad))

    ingress = _("Kommunen ser svaret. Etterpå avtaler du samtalene med en og en.")
    return vis_skjema(request, skjema, _side(request, rad, _("Godta tiden"), ingress), gjoer)


def _godta_gruppe(request: HttpRequest, rad: Oppleggsforslag) -> HttpResponse:
    av, senter = aktoer_i(request), senteret_til(rad.kommune_id)
    if senter is None:
        messages.error(
            request, _("Ingen karrieresentre dekker kommunen. Velg et under «Karrieresentre» først.")
        )
        return redirect(_adresse(rad))
    start: dict[str, Any] = {
        "innsending": uuid4(), "veileder": str(av.bruker_id), "form": Samtaleform.STED.value,
        "sted": rad.sted, "plasser": rad.antall,
    }  # fmt: skip
    skjema = GodtaGruppeSkjema(
        skrevet(request), senter=senter, forslag=rad, initial=start, avbryt=_adresse(rad)
    )

    def gjoer(s: GodtaGruppeSkjema) -> HttpResponse:
        ny = actions.godta_gruppe(forslag=rad, data=s.samtalen(), innsending=s.nr, av=av)
        messages.success(request, _("Tiden er godtatt, og gruppen er opprettet. Velg hvem som får plass."))
        return redirect(samtale.adressen_til(ny, "gruppe_plass"))

    ingress = _("Tiden er den kommunen foreslo. Passer den ikke, svarer du nei og foreslår en annen.")
    return vis_skjema(request, skjema, _side(request, rad, _("Godta og lag gruppen"), ingress), gjoer)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def forslag_nei(request: HttpRequest, oppleggsforslag_noekkel: UUID) -> HttpResponse:
    """Say no, and why."""
    rad = _forslag_eller_404(oppleggsforslag_noekkel)
    skjema = AvslaaSkjema(skrevet(request), avbryt=_adresse(rad))

    def gjoer(s: AvslaaSkjema) -> HttpResponse:
        actions.avslaa_forslag(forslag=rad, svar=s.cleaned_data["svar"], av=aktoer_i(request))
        messages.success(request, _("Svaret er sendt. Kommunen ser det."))
        return redirect(adressen_til(rad.kommune))

    return vis_skjema(request, skjema, _side(request, rad, _("Svar nei til tiden")), gjoer)


def _side(request: HttpRequest, rad: Oppleggsforslag, overskrift: str, ingress: str = "") -> Skjemaside:
    sti = [*stien_til(aktoer_i(request), rad.kommune), (_("Forslaget"), _adresse(rad))]
    return Skjemaside(overskrift, sti, ingress)


@krever(*KOMMUNEN)
@require_POST
def forslag_trekk(request: HttpRequest, oppleggsforslag_noekkel: UUID) -> HttpResponse:
    """The municipality takes it back."""
    rad = _forslag_eller_404(oppleggsforslag_noekkel)
    try:
        actions.trekk_forslag(forslag=rad, av=aktoer_i(request))
        messages.success(request, _("Forslaget er trukket."))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adressen_til(rad.kommune))
