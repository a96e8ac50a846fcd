"""The municipalities of a round, and what the county puts in for each."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bosetting import actions
from bosetting.forms.kommune import KommuneSkjema, kommuneverdier
from bosetting.lister import KOMMUNER
from bosetting.queries.runder import grunnlaget_for, kommunene_i
from bosetting.queries.svar import moetene_til, svarene_til
from bosetting.roller import SER_FYLKET, SKRIVER
from bosetting.views.felles import adresse, eller_404, runde_eller_404, sti_til
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.kunnskapskilder import kunnskap_fra_andre


@krever(*SER_FYLKET)
@require_safe
def kommuner(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """What is put in for each municipality of the round."""
    funnet = runde_eller_404(runde_noekkel)
    return vis_liste(
        request, KOMMUNER, mal="bosetting/kommuner.html", runde=funnet,
        sti=sti_til(funnet),
    )  # fmt: skip


@krever(*SER_FYLKET)
@require_http_methods(GET_POST)
def kommune(request: HttpRequest, runde_noekkel: UUID, kommunenummer: str) -> HttpResponse:
    """One municipality of the round: the figures that are used, and what the county puts in."""
    rad = eller_404(kommunene_i(runde_noekkel).filter(kommune__nummer=kommunenummer).first())
    runde = rad.runde
    av = aktoer_i(request)
    tilbake = adresse(runde, "kommuner")
    skjema = KommuneSkjema(skrevet(request), initial=kommuneverdier(rad), avbryt=tilbake)

    def gjoer(svar: KommuneSkjema) -> HttpResponse:
        actions.endre_kommune(rad=rad, versjon=svar.versjonen, data=svar.kommunen, av=av)
        messages.success(request, _("%(kommune)s er lagret.") % {"kommune": rad.kommune})
        return redirect(tilbake)

    innhold = {
        "rad": rad,
        "sti": sti_til(runde, "kommuner"),
        "grunnlag": grunnlaget_for(rad),
        "svarene": svarene_til(rad.kommune_id, runde),
        "andre_kilder": kunnskap_fra_andre(rad.kommune, timezone.localdate()),
        "fylket": True,
        "moeter": [(m, moetets_tid(m)) for m in moetene_til(runde, rad.kommune)],
        "kan_skrive": runde.aapen and av.har(*SKRIVER),
    }
    return behandle(request, skjema, Svar("bosetting/kommune.html", innhold, gjoer, kommuneverdier))
