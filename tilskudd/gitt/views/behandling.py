"""The county's work with an application before it is assessed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.gitt.actions import behandling as actions
from tilskudd.gitt.forms.soeknad import BeOmMerSkjema, GrunnSkjema, OppslagSkjema
from tilskudd.gitt.models import Soeknad
from tilskudd.gitt.roller import RAADGIVER
from tilskudd.gitt.rules.kontroller import KAN_FRAVIKES
from tilskudd.gitt.tekster import KONTROLLNAVN
from tilskudd.gitt.views.felles import soeknad_eller_404


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def be_om_mer(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Ask the applicant for what is missing."""
    funnet = soeknad_eller_404(gitt_soeknad)
    skjema = BeOmMerSkjema(skrevet(request), initial={"versjon": funnet.versjon}, avbryt=adressen(funnet))

    def gjoer(svar: Any) -> HttpResponse:
        actions.be_om_mer(soeknad=funnet, av=aktoer_i(request), **svar.cleaned_data)
        return tilbake(request, funnet, _("Søkeren har fått søknaden tilbake og ser hva som mangler."))

    return _vis(request, skjema, funnet, _("Be om mer"), gjoer)


@krever(*RAADGIVER)
@require_POST
def ta_tilbake(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Go on with an application that was not completed in time."""
    funnet = soeknad_eller_404(gitt_soeknad)
    try:
        actions.ta_tilbake(soeknad=funnet, versjon=funnet.versjon, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adressen(funnet))


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def oppslag(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Write down a look-up in Frivillighetsregisteret."""
    funnet = soeknad_eller_404(gitt_soeknad)
    skjema = OppslagSkjema(
        skrevet(request), initial={"dato": timezone.localdate(), "hvor": "brreg.no"}, avbryt=adressen(funnet)
    )

    def gjoer(svar: Any) -> HttpResponse:
        actions.registrer_oppslag(virksomhet=funnet.virksomhet, av=aktoer_i(request), **svar.cleaned_data)
        return tilbake(request, funnet, _("Oppslaget er lagret."))

    return _vis(request, skjema, funnet, _("Oppslag i Frivillighetsregisteret"), gjoer)


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def fravik(request: HttpRequest, gitt_soeknad: UUID, gitt_krav: str) -> HttpResponse:
    """Set aside a condition, with a reason."""
    funnet = soeknad_eller_404(gitt_soeknad)
    if gitt_krav not in KAN_FRAVIKES:
        raise Http404
    navn = next(KONTROLLNAVN[k] for k in KAN_FRAVIKES if k == gitt_krav)
    skjema = GrunnSkjema(skrevet(request), knapp=_("Fravik kravet"), avbryt=adressen(funnet))

    def gjoer(svar: Any) -> HttpResponse:
        actions.fravik(
            soeknad=funnet, kontroll=gitt_krav, grunn=svar.cleaned_data["grunn"], av=aktoer_i(request)
        )
        return tilbake(request, funnet, _("Kravet er fraveket."))

    return _vis(request, skjema, funnet, _("Fravik: %(krav)s") % {"krav": navn}, gjoer)


def adressen(s: Soeknad) -> str:
    """Return the address of an application."""
    return reverse("gitt:soeknad", args=[s.noekkel])


def tilbake(request: HttpRequest, s: Soeknad, tekst: str) -> HttpResponse:
    """Say what was done, on the page of the application."""
    messages.success(request, tekst)
    return redirect(adressen(s))


def _vis(request: HttpRequest, skjema: Any, s: Soeknad, overskrift: str, gjoer: Any) -> HttpResponse:
    innhold = {"soeknad": s, "overskrift": overskrift}
    return behandle(request, skjema, Svar("gitt/skjema.html", innhold, gjoer))
