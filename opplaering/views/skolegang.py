"""Register start, other hours, end, correction and annulment of a period at a school."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur import visning
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.nir.forms import AnnullerSkjema
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering import actions
from opplaering.actions import Skolegangdata, data_av
from opplaering.forms.skolegang import (
    RettSkolegangSkjema,
    SkolegangSkjema,
    SluttSkjema,
    TimerSkjema,
    skolegangverdier,
)
from opplaering.models import Skolegang
from opplaering.queries.norsk_hos_kommunen import maaneder_hos_kommunen
from opplaering.queries.skolegang import finn_skolegang, periodene_til
from opplaering.roller import FYLKET, SKOLEN, SKRIVER
from opplaering.views.felles import vis_elev

_STED = "opplaering-skolegang"
# What an application or a list may fill in beforehand. Only codes, numbers and days.
_FRA_ADRESSEN = ("skole", "klasse", "tilbud", "fra", "til", "timer_per_uke", "maalgruppe")


@dataclass(frozen=True)
class Arbeid:
    """What a page works on: whose period, and the version that holds."""

    request: HttpRequest
    av: Aktoer
    person: Person
    rad: Skolegang

    @property
    def tilbake(self) -> str:
        """The participant's page."""
        return reverse("opplaering_deltaker", args=[self.person.noekkel])

    @property
    def sett(self) -> dict[str, Any]:
        """The registration, as the actions name it; the form says which version was seen."""
        return {"registrering": self.rad.registrering_id, "av": self.av}

    def svar(self, overskrift: str, gjoer: Any, naa: Any = lambda naa: {}) -> Svar:
        """Return how a form about the period is answered."""
        innhold = {"person": self.person, "overskrift": overskrift, "rad": self.rad}
        return Svar("opplaering/skjema.html", innhold, gjoer, naa)


def _arbeid(request: HttpRequest, noekkel: UUID, skolegang: UUID) -> Arbeid:
    person = vis_elev(request, noekkel, _STED)
    rad = finn_skolegang(skolegang, timezone.localdate())
    if rad is None or rad.person_id != person.pk:
        raise Http404
    return Arbeid(request, aktoer_i(request), person, rad)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def start(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Register that a person begins at a school."""
    person, av = vis_elev(request, noekkel, _STED), aktoer_i(request)
    tilbake = reverse("opplaering_deltaker", args=[noekkel])
    foer = _sist(person, av)
    fylt = {k: request.GET[k] for k in _FRA_ADRESSEN if k in request.GET}
    skjema = SkolegangSkjema(skrevet(request), av=av, initial=fylt, avbryt=tilbake)

    def gjoer(svar: SkolegangSkjema) -> HttpResponse:
        rad = actions.registrer_skolegang(person=person, data=svar.data_over(foer), av=av)
        messages.success(request, _("Start på skolen er registrert for %(navn)s.") % {"navn": person.navn})
        _si_fra_om_norsk_hos_kommunen(request, av, rad)
        return redirect(tilbake)

    innhold = {
        "person": person,
        "overskrift": _("Registrer start på skole"),
        "ny_for_fylket": av.har(*FYLKET),
    }
    return behandle(request, skjema, Svar("opplaering/skjema.html", innhold, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def timer(request: HttpRequest, noekkel: UUID, skolegang: UUID) -> HttpResponse:
    """Register other weekly hours from a day."""
    arbeid = _arbeid(request, noekkel, skolegang)
    skjema = TimerSkjema(skrevet(request), initial={"versjon": arbeid.rad.pk}, avbryt=arbeid.tilbake)

    def gjoer(svar: Skjema) -> HttpResponse:
        v = svar.cleaned_data
        actions.endre_timer(sett=v["versjon"], fra=v["fra"], timer_per_uke=v["timer_per_uke"], **arbeid.sett)
        ord_ = {"timer": visning.desimal(v["timer_per_uke"]), "dag": visning.dato(v["fra"])}
        messages.success(request, _("%(timer)s timer per uke fra %(dag)s er registrert.") % ord_)
        return redirect(arbeid.tilbake)

    return behandle(request, skjema, arbeid.svar(_("Andre timer"), gjoer, _timene_naa))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def slutt(request: HttpRequest, noekkel: UUID, skolegang: UUID) -> HttpResponse:
    """Register the last day at the school, and why."""
    arbeid = _arbeid(request, noekkel, skolegang)
    rad = arbeid.rad
    start = {"versjon": rad.pk, "til": rad.til, "sluttgrunn": rad.sluttgrunn}
    skjema = SluttSkjema(skrevet(request), initial=start, avbryt=arbeid.tilbake)

    def gjoer(svar: Skjema) -> HttpResponse:
        v = svar.cleaned_data
        actions.avslutt_skolegang(sett=v["versjon"], siste_dag=v["til"], grunn=v["sluttgrunn"], **arbeid.sett)
        messages.success(
            request, _("Siste skoledag %(dag)s er registrert.") % {"dag": visning.dato(v["til"])}
        )
        return redirect(arbeid.tilbake)

    return behandle(request, skjema, arbeid.svar(_("Slutt på skolen"), gjoer, _naa))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def rett(request: HttpRequest, noekkel: UUID, skolegang: UUID) -> HttpResponse:
    """Correct a period that was registered wrong."""
    arbeid = _arbeid(request, noekkel, skolegang)
    data = data_av(arbeid.rad)
    fra_foer = skolegangverdier(data) | {"versjon": arbeid.rad.pk}
    skjema = RettSkolegangSkjema(
        skrevet(request), av=arbeid.av, gammel=arbeid.rad, initial=fra_foer, avbryt=arbeid.tilbake
    )

    def gjoer(svar: RettSkolegangSkjema) -> HttpResponse:
        v = svar.cleaned_data
        actions.rett_skolegang(
            sett=v["versjon"], data=svar.data_over(data), aarsak=v["aarsak"], **arbeid.sett
        )
        messages.success(request, _("Registreringen er rettet."))
        return redirect(arbeid.tilbake)

    return behandle(request, skjema, arbeid.svar(_("Rett skolegangen"), gjoer, _naa))


@krever(*FYLKET)
@require_http_methods(GET_POST)
def annuller(request: HttpRequest, noekkel: UUID, skolegang: UUID) -> HttpResponse:
    """Say that a period was registered by mistake."""
    arbeid = _arbeid(request, noekkel, skolegang)
    skjema = AnnullerSkjema(skrevet(request), initial={"versjon": arbeid.rad.pk}, avbryt=arbeid.tilbake)

    def gjoer(svar: Skjema) -> HttpResponse:
        v = svar.cleaned_data
        actions.annuller_skolegang(sett=v["versjon"], aarsak=v["aarsak"], **arbeid.sett)
        messages.success(request, _("Registreringen er annullert."))
        return redirect(arbeid.tilbake)

    return behandle(request, skjema, arbeid.svar(_("Annuller skolegangen"), gjoer))


def _naa(naa: Any) -> dict[str, Any]:
    """Return the version that holds, as the forms show it."""
    return skolegangverdier(data_av(naa.rad))


def _timene_naa(naa: Any) -> dict[str, Any]:
    return {"timer_per_uke": naa.rad.timer_per_uke}


def _sist(person: Person, av: Aktoer) -> Skolegangdata | None:
    """Return a pupil's last period at the school, which a new one there is about the same as."""
    if not av.har(*SKOLEN):
        return None
    perioder = periodene_til(person, timezone.localdate())
    if not perioder:
        raise PermissionDenied
    return _uten_slutt(data_av(perioder[0]))


def _uten_slutt(data: Skolegangdata) -> Skolegangdata:
    return Skolegangdata(
        skole_id=data.skole_id, fra=data.fra, timer_per_uke=data.timer_per_uke, maalgruppe=data.maalgruppe,
        tilbud_id=data.tilbud_id, laereplan=data.laereplan, tilrettelegging=data.tilrettelegging,
    )  # fmt: skip


def _si_fra_om_norsk_hos_kommunen(request: HttpRequest, av: Aktoer, rad: Skolegang) -> None:
    """Tell the county that the municipality gives norsk in the same months: told, not refused."""
    if av.har(*FYLKET) and (maaneder := maaneder_hos_kommunen(rad.person, [(rad.fra, rad.til)])):
        tekst = _(
            "Kommunen har ført timer i norsk i samme tid: %(maaneder)s. Avklar hvem som gir opplæringen."
        )
        messages.warning(request, tekst % {"maaneder": ", ".join(visning.maaned(m) for m in maaneder)})
