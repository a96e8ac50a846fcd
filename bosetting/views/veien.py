"""The way of a round: on, back, approved, sent, revised."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from bosetting import actions
from bosetting.forms.veien import RevisjonSkjema, TilbakeSkjema
from bosetting.kodeverk import Rundetilstand
from bosetting.roller import GODKJENNER, SKRIVER
from bosetting.views.felles import adresse, runde_eller_404, si_hvordan, sti_til, versjon_i
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.views.skjemaside import Skjemaside, vis_skjema

_VIDERE: dict[Rundetilstand, Promise] = {
    Rundetilstand.SENDT: gettext_lazy("Runden er merket som sendt. Kommunene ser anbefalingen."),
    Rundetilstand.ANMODNING: gettext_lazy("Anmodningen er mottatt."),
    Rundetilstand.VEDTAK: gettext_lazy("Vedtakene er mottatt."),
}
_FLYTT: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "dialog": (actions.start_dialog, gettext_lazy("Runden er åpnet for dialog med kommunene.")),
    "utkast": (actions.tilbake_til_utkast, gettext_lazy("Runden er et utkast igjen.")),
    "godkjenning": (actions.send_til_godkjenning, gettext_lazy("Anbefalingen er sendt til godkjenning.")),
    "anbefalt": (actions.godkjenn, gettext_lazy("Anbefalingen er godkjent. Den kan ikke endres mer.")),
    **{til.value: (partial(actions.gaa_videre, til=til), tekst) for til, tekst in _VIDERE.items()},
}


@krever(*SKRIVER, *GODKJENNER)
@require_POST
def runde_flytt(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Move the round one step; the action says who may."""
    runde, av, versjon = runde_eller_404(runde_noekkel), aktoer_i(request), versjon_i(request)
    valgt = _FLYTT.get(request.POST.get("til", ""))

    def gjoer() -> str:
        if valgt is None:
            raise Regelbrudd(_("Runden kan ikke gå dit nå. Last siden på nytt."))
        valgt[0](runde=runde, versjon=versjon, av=av)
        return str(valgt[1])

    return si_hvordan(request, gjoer, adresse(runde))


@krever(*SKRIVER, *GODKJENNER)
@require_http_methods(GET_POST)
def runde_tilbake(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Send a recommendation back to be changed."""
    runde = runde_eller_404(runde_noekkel)
    skjema = TilbakeSkjema(skrevet(request), initial={"versjon": runde.versjon}, avbryt=adresse(runde))

    def gjoer(svar: TilbakeSkjema) -> HttpResponse:
        actions.send_tilbake(
            runde=runde, versjon=svar.versjonen, grunn=svar.cleaned_data["grunn"], av=aktoer_i(request)
        )
        messages.success(request, _("Anbefalingen er sendt tilbake."))
        return redirect(adresse(runde))

    return vis_skjema(request, skjema, Skjemaside(_("Send anbefalingen tilbake"), sti_til(runde)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def runde_revider(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Begin a revised round of the same year."""
    runde = runde_eller_404(runde_noekkel)
    start = {"innsending": uuid.uuid4(), "ramme": runde.ramme, "em_ramme": runde.em_ramme}
    skjema = RevisjonSkjema(skrevet(request), initial=start, avbryt=adresse(runde))

    def gjoer(svar: RevisjonSkjema) -> HttpResponse:
        felt = {navn: svar.cleaned_data[navn] for navn in ("ramme", "em_ramme", "rammekilde")}
        ny = actions.revider(runde=runde, innsending=svar.nr, av=aktoer_i(request), **felt)
        messages.success(request, _("Den reviderte runden er laget, med det som var lagt inn."))
        return redirect(adresse(ny))

    ingress = _(
        "Det som er lagt inn og tallene følger med. Svarene fra kommunene gjelder til de svarer på nytt. "
        "Er anmodningen for året kjent, blir de nye tallene holdt mot den."
    )
    side = Skjemaside(_("Revider runden"), sti_til(runde), ingress)
    return vis_skjema(request, skjema, side, gjoer)
