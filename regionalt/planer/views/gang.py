"""Where a plan goes: on hearing, before the politicians, decided, over; a new version; the open page anew."""

from __future__ import annotations

import uuid
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.planer import actions
from regionalt.planer.forms.gang import HoeringSkjema, VedtakSkjema
from regionalt.planer.models import Plantilstand
from regionalt.planer.roller import SKRIVER
from regionalt.planer.views.felles import adresse, plan_eller_404, sti_til
from regionalt.views.skjemaside import Skjemaside, vis_skjema


class _Knapp(forms.Form):
    """What a button sends: the version that was read."""

    versjon = forms.IntegerField(min_value=1)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def hoering_send(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """Send a plan on hearing."""
    plan = plan_eller_404(plan_noekkel)
    skjema = HoeringSkjema(skrevet(request), initial={"versjon": plan.versjon}, avbryt=adresse(plan))

    def gjoer(svar: HoeringSkjema) -> HttpResponse:
        actions.send_paa_hoering(plan=plan, versjon=svar.versjonen, data=svar.hoering, av=aktoer_i(request))
        messages.success(request, _("Planen er på høring, og har fått en åpen side."))
        return redirect(adresse(plan))

    ingress = _("Planen får en side alle kan lese. Der står ikke navn på ansatte.")
    return vis_skjema(request, skjema, Skjemaside(_("Send på høring"), sti_til(plan), ingress), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vedta(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """Write down what was decided."""
    plan = plan_eller_404(plan_noekkel)
    start = {"innsending": uuid.uuid4(), "versjon": plan.versjon, "dato": timezone.localdate()}
    skjema = VedtakSkjema(skrevet(request), initial=start, avbryt=adresse(plan))

    def gjoer(svar: VedtakSkjema) -> HttpResponse:
        actions.vedta(
            plan=plan, versjon=svar.versjonen, data=svar.vedtaket, innsending=svar.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Vedtaket er registrert."))
        return redirect(adresse(plan))

    ingress = _(
        "Når vedtaket er registrert, kan ikke teksten i planen endres. Status for tiltakene går videre."
    )
    return vis_skjema(request, skjema, Skjemaside(_("Registrer vedtaket"), sti_til(plan), ingress), gjoer)


@krever(*SKRIVER)
@require_POST
def flytt(request: HttpRequest, plan_noekkel: UUID, plantilstand: str) -> HttpResponse:
    """Lay a plan before the politicians, take it back to a draft, or end it."""
    plan, knapp = plan_eller_404(plan_noekkel), _Knapp(request.POST)
    if plantilstand not in Plantilstand.values:
        raise Http404
    try:
        versjon = knapp.cleaned_data["versjon"] if knapp.is_valid() else 0
        actions.flytt(plan=plan, versjon=versjon, til=Plantilstand(plantilstand), av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Status er endret."))
    return redirect(adresse(plan))


@krever(*SKRIVER)
@require_POST
def ny_versjon(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """Begin a draft that will replace a decided plan."""
    plan = plan_eller_404(plan_noekkel)
    try:
        ny = actions.ny_versjon(plan=plan, innsending=uuid.uuid4(), av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect(adresse(plan))
    messages.success(request, _("Dette er et utkast som vil erstatte planen."))
    return redirect(adresse(ny))


@krever(*SKRIVER)
@require_POST
def gi_ut(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """Bring the open page up to date."""
    plan = plan_eller_404(plan_noekkel)
    try:
        actions.gi_ut_igjen(plan=plan, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Den åpne siden er oppdatert."))
    return redirect(adresse(plan))
