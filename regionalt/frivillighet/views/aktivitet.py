"""Activities: list, write one down, change it."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.frivillighet import actions
from regionalt.frivillighet.forms.aktivitet import AktivitetSkjema, aktivitetsverdier
from regionalt.frivillighet.lister import AKTIVITETER
from regionalt.frivillighet.roller import SKRIVER
from regionalt.frivillighet.views.felles import (
    adresse,
    aktivitet_eller_404,
    organisasjon_eller_404,
    sti_til,
)
from regionalt.roller import LESER
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*LESER)
@require_safe
def aktiviteter(request: HttpRequest) -> HttpResponse:
    """The activities, the latest first."""
    return vis_liste(request, AKTIVITETER, mal="frivillighet/underliste.html")


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def aktivitet_ny(request: HttpRequest, orgnummer: str) -> HttpResponse:
    """Write down an activity of an organisation."""
    organisasjon = organisasjon_eller_404(orgnummer)
    start = {"innsending": uuid.uuid4()}
    skjema = AktivitetSkjema(skrevet(request), initial=start, avbryt=adresse(organisasjon))

    def gjoer(svar: AktivitetSkjema) -> HttpResponse:
        actions.ny_aktivitet(
            organisasjon=organisasjon, data=svar.aktivitet, innsending=svar.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Aktiviteten er lagret."))
        return redirect(adresse(organisasjon))

    return vis_skjema(request, skjema, Skjemaside(_("Ny aktivitet"), sti_til(organisasjon)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def aktivitet_endre(request: HttpRequest, aktivitet_noekkel: UUID) -> HttpResponse:
    """Change an activity, or say how many came."""
    funnet = aktivitet_eller_404(aktivitet_noekkel)
    tilbake = adresse(funnet.organisasjon)
    skjema = AktivitetSkjema(skrevet(request), initial=aktivitetsverdier(funnet), avbryt=tilbake)

    def gjoer(svar: AktivitetSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_aktivitet(aktivitet=funnet, versjon=versjon, data=svar.aktivitet, av=aktoer_i(request))
        messages.success(request, _("Aktiviteten er endret."))
        return redirect(tilbake)

    side = Skjemaside(_("Endre aktiviteten"), sti_til(funnet.organisasjon))
    return vis_skjema(request, skjema, side, gjoer, aktivitetsverdier)
