"""Points: add, change, finish, open again."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle
from integrering.oppgaver.views.punkt import svar_paa_avslutning, svar_paa_gjenaapning
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.punkt import kan_avslutte, kan_endre
from integrering.utveksling.moeter.forms.punkt import (
    EndrePunktSkjema,
    PunktSkjema,
    punktverdier,
)
from integrering.utveksling.moeter.models import Moetepunkt
from integrering.utveksling.moeter.queries.punkter import finn_punkt, siste_moete
from integrering.utveksling.moeter.views.felles import KALLER_INN, LESER, mitt_moete
from integrering.utveksling.moeter.views.moete import vis_moetet


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moetepunkt_nytt(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Agree on a point; the form stands on the meeting's page."""
    moete = mitt_moete(request, moete_noekkel)
    skjema = PunktSkjema(request.POST or None, moete=moete)
    if not skjema.is_bound:
        return redirect(f"{reverse('moete', args=[moete.noekkel])}#nytt-punkt")
    if not skjema.is_valid():
        return vis_moetet(request, moete, skjema, AVVIST)
    try:
        punkt = actions.nytt_punkt(
            moete=moete, data=skjema.data_for_punktet, innsending=skjema.nr, av=aktoer_i(request)
        )
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return vis_moetet(request, moete, skjema, AVVIST)
    messages.success(request, _("Punktet er lagt til, og den ansvarlige har fått en oppgave."))
    return redirect(f"{reverse('moete', args=[moete.noekkel])}#punkt-{punkt.noekkel}")


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moetepunkt(request: HttpRequest, punkt_noekkel: UUID) -> HttpResponse:
    """Change a point, as the one who called the meeting."""
    punkt, av = _punkt(punkt_noekkel), aktoer_i(request)
    if not kan_endre(av, punkt):
        raise PermissionDenied
    moete = siste_moete(punkt)
    start = punktverdier(punkt)
    skjema = EndrePunktSkjema(request.POST or None, moete=moete, initial=start, avbryt=_adresse(punkt))

    def gjoer(svar: EndrePunktSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_punkt(punkt=punkt, versjon=versjon, data=svar.data_for_punktet, av=av)
        messages.success(request, _("Punktet er endret."))
        return redirect(_adresse(punkt))

    def naa(rad: Moetepunkt) -> dict[str, Any]:
        return punktverdier(rad)

    innhold = {"punkt": punkt, "moete": moete}
    return behandle(request, skjema, Svar("moeter/punkt.html", innhold, gjoer, naa))


@krever(*LESER)
@require_http_methods(GET_POST)
def moetepunkt_avslutt(request: HttpRequest, punkt_noekkel: UUID) -> HttpResponse:
    """Say that a point is done, or that it falls away; the button «Gjort» posts here too."""
    punkt, av = _punkt(punkt_noekkel), aktoer_i(request)
    if not kan_avslutte(av, punkt):
        raise PermissionDenied
    return svar_paa_avslutning(
        request,
        punkt,
        mal="moeter/punkt_avslutt.html",
        innhold={"punkt": punkt, "moete": siste_moete(punkt)},
        tilbake=_adresse(punkt),
        avslutt=partial(actions.avslutt_punkt, punkt=punkt, av=av),
    )


@krever(*LESER)
@require_POST
def moetepunkt_gjenaapne(request: HttpRequest, punkt_noekkel: UUID) -> HttpResponse:
    """Open a point again."""
    punkt, av = _punkt(punkt_noekkel), aktoer_i(request)
    if not kan_avslutte(av, punkt):
        raise PermissionDenied
    aapne = partial(actions.gjenaapne_punkt, punkt=punkt, av=av)
    return svar_paa_gjenaapning(request, tilbake=_adresse(punkt), gjenaapne=aapne)


def _punkt(noekkel: UUID) -> Moetepunkt:
    punkt = finn_punkt(noekkel)
    if punkt is None:
        raise Http404
    return punkt


def _adresse(punkt: Moetepunkt) -> str:
    return f"{reverse('moete', args=[siste_moete(punkt).noekkel])}#punkt-{punkt.noekkel}"
