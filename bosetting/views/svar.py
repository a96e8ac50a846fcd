"""The municipality's own pages: the rounds it sees, and its answer."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bosetting import actions
from bosetting.forms.svar import SvarSkjema, svarverdier
from bosetting.hvorfor import forklart
from bosetting.models import Anbefaling
from bosetting.queries.anbefaling import anbefalingen_til, finn_anbefaling
from bosetting.queries.svar import rundene_til, svarene_til, svarfrist
from bosetting.roller import SER_KOMMUNEN, SVARER
from bosetting.views.felles import runde_eller_404
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.kontekst import kontekst, motor_kontekst


@krever(*SER_KOMMUNEN)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The rounds the municipality sees, and what it has answered."""
    av = aktoer_i(request)
    innhold = {"runder": rundene_til(av.virksomhet_id), "kan_svare": av.har(*SVARER)}
    return render(request, "bosetting/mine_svar.html", innhold)


@krever(*SER_KOMMUNEN)
@require_http_methods(GET_POST)
def svar(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """The municipality's answer: write, keep as a draft, send; and what it has sent."""
    runde, av = runde_eller_404(runde_noekkel), aktoer_i(request)
    alle = svarene_til(av.virksomhet_id, runde)
    utkast = next((s for s in alle if not s.er_sendt), None)
    forrige = utkast or next(iter(alle), None)
    start = svarverdier(forrige) if forrige else {}
    start |= {"innsending": uuid.uuid4(), "versjon": utkast.versjon if utkast else 0}
    skjema = SvarSkjema(skrevet(request), initial=start, avbryt=reverse("bosetting:mine_svar"))

    def gjoer(svaret: SvarSkjema) -> HttpResponse:
        send = svaret.sendes
        actions.lagre_svar(
            runde=runde, data=svaret.svaret, send=send, versjon=svaret.versjonen, innsending=svaret.nr, av=av
        )
        messages.success(request, _("Svaret er sendt.") if send else _("Utkastet er lagret."))
        return redirect("bosetting:svar", runde_noekkel)

    innhold = {
        "runde": runde,
        "frist": svarfrist(runde),
        "sendte": [s for s in alle if s.er_sendt],
        "utkast": utkast,
        "anbefaling": (anbefalt := anbefalingen_til(av.virksomhet_id, runde)),
        "forklaring": _forklaringen(anbefalt, av) if anbefalt else "",
        "kan_svare": runde.tar_svar and av.har(*SVARER),
    }
    return behandle(request, skjema, Svar("bosetting/svar.html", innhold, gjoer, svarverdier))


def _forklaringen(anbefalt: Anbefaling, av: Aktoer) -> str:
    """Return why the number is what it is; the county's calculation the municipality does not see itself."""
    with kontekst(motor_kontekst(av.bruker_id)):
        rad = finn_anbefaling(anbefalt.runde, anbefalt.kommune.nummer)
        return forklart(rad, "nn" if get_language() == "nn" else "nb")
