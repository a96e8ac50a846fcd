"""Minutes: write, approve, correct."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle
from integrering.oppgaver.forms import Versjonsskjema
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.forms.moete import ReferatSkjema, RettSkjema
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.views.felles import KALLER_INN, mitt_moete


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_referat(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Write the minutes; after they are approved, correct them with a reason."""
    moete, av = mitt_moete(request, moete_noekkel), aktoer_i(request)
    tilbake = reverse("moete", args=[moete.noekkel])
    if request.method != "POST" and moete.start > timezone.now():
        messages.info(request, _("Møtet har ikke begynt ennå. Referatet kan skrives når det har begynt."))
        return redirect(tilbake)
    klasse = RettSkjema if moete.laast else ReferatSkjema
    start = {"versjon": moete.versjon, "referat": moete.referat}
    skjema = klasse(request.POST or None, initial=start, avbryt=tilbake)

    def gjoer(svar: ReferatSkjema) -> HttpResponse:
        if moete.laast:
            actions.rett_referat(moete=moete, av=av, **svar.cleaned_data)
            messages.success(request, _("Referatet er rettet. Det som stod, ligger i historikken."))
        else:
            actions.skriv_referat(moete=moete, av=av, **svar.cleaned_data)
            messages.success(request, _("Referatet er lagret. Neste: godkjenn det når det er ferdig."))
        return redirect(tilbake)

    def naa(rad: Moete) -> dict[str, Any]:
        return {"referat": rad.referat}

    return behandle(request, skjema, Svar("moeter/referat.html", {"moete": moete}, gjoer, naa))


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_godkjenn(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Approve the minutes, having seen them."""
    moete, av = mitt_moete(request, moete_noekkel), aktoer_i(request)
    tilbake = reverse("moete", args=[moete.noekkel])
    skjema = Versjonsskjema(request.POST or None, initial={"versjon": moete.versjon}, avbryt=tilbake)
    skjema.knapp = _("Godkjenn referatet")

    def gjoer(svar: Versjonsskjema) -> HttpResponse:
        actions.godkjenn_referat(moete=moete, versjon=svar.cleaned_data["versjon"], av=av)
        messages.success(request, _("Referatet er godkjent, og møtet er låst."))
        return redirect(tilbake)

    return behandle(request, skjema, Svar("moeter/godkjenn.html", {"moete": moete}, gjoer))
