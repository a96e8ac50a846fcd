"""Rounds: list, page, make one, its frame, its way and its days."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bosetting import actions
from bosetting.forms.runde import FristSkjema, NyRundeSkjema, RundeSkjema, fristverdier, rundeverdier
from bosetting.lister import RUNDER, rundestatus
from bosetting.queries.anbefaling import summen
from bosetting.roller import GODKJENNER, SER_FYLKET, SKRIVER
from bosetting.rundeside import kriteriesummen, stegene, tallene
from bosetting.views.felles import adresse, frist_eller_404, runde_eller_404, si_hvordan, sti_til
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER_FYLKET)
@require_safe
def runder(request: HttpRequest) -> HttpResponse:
    """All rounds: where each stands, and its next day."""
    return vis_liste(request, RUNDER, mal="bosetting/runder.html", kan_skrive=aktoer_i(request).har(*SKRIVER))


@krever(*SER_FYLKET)
@require_safe
def runde(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """One round: where it stands and what comes next, frame, criteria, days, municipalities, log."""
    funnet, av = runde_eller_404(runde_noekkel), aktoer_i(request)
    kriterier = list(funnet.kriterier.order_by("nr"))
    innhold = {
        "runde": funnet,
        "status": rundestatus(funnet),
        "steg": stegene(funnet),
        "kriterier": kriterier,
        "vektsum": kriteriesummen(kriterier),
        "frister": funnet.frister.order_by("dato", "pk"),
        "hendelser": funnet.hendelser.select_related("av").order_by("-naar", "-pk"),
        "tall": tallene(funnet),
        "summen": summen(funnet),
        "kan_skrive": av.har(*SKRIVER),
        "kan_godkjenne": av.har(*GODKJENNER) and funnet.foreslaatt_av_id != av.bruker_id,
    }
    return render(request, "bosetting/runde.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def runde_ny(request: HttpRequest) -> HttpResponse:
    """Make the ordinary round of a year."""
    start = {"innsending": uuid.uuid4(), "aar": timezone.localdate().year + 1, "minstetall": 10, "utslag": 50}
    skjema = NyRundeSkjema(skrevet(request), initial=start, avbryt=reverse("bosetting:runder"))

    def gjoer(svar: NyRundeSkjema) -> HttpResponse:
        ny = actions.ny_runde(
            aar=svar.cleaned_data["aar"], data=svar.data_for_runden, innsending=svar.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Runden er laget, med alle kommunene i fylket."))
        return redirect(adresse(ny))

    ingress = _("Runden begynner som et utkast, uten kriterier. Kommunene ser den når du åpner for dialog.")
    return vis_skjema(request, skjema, Skjemaside(_("Ny runde"), sti_til(), ingress), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def runde_endre(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Change the frame and the parameters."""
    funnet = runde_eller_404(runde_noekkel)
    skjema = RundeSkjema(skrevet(request), initial=rundeverdier(funnet), avbryt=adresse(funnet))

    def gjoer(svar: RundeSkjema) -> HttpResponse:
        actions.endre_runde(
            runde=funnet, versjon=svar.versjonen, data=svar.data_for_runden, av=aktoer_i(request)
        )
        messages.success(request, _("Rammen er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Ramme og forutsetninger"), sti_til(funnet))
    return vis_skjema(request, skjema, side, gjoer, rundeverdier)


@krever(*SKRIVER)
@require_POST
def grunnlag_hent(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Take in the figures as they are today."""
    funnet = runde_eller_404(runde_noekkel)

    def gjoer() -> str:
        actions.hent_grunnlag(runde=funnet, av=aktoer_i(request))
        return _("Tallene er hentet slik de er i dag.")

    return si_hvordan(request, gjoer, adresse(funnet))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def frist_ny(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Add a day to the round."""
    funnet = runde_eller_404(runde_noekkel)
    skjema = FristSkjema(skrevet(request), initial={"innsending": uuid.uuid4()}, avbryt=adresse(funnet))

    def gjoer(svar: FristSkjema) -> HttpResponse:
        actions.ny_frist(runde=funnet, data=svar.data_for_fristen, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Fristen er lagret."))
        return redirect(adresse(funnet))

    return vis_skjema(request, skjema, Skjemaside(_("Ny frist"), sti_til(funnet)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def frist_endre(request: HttpRequest, rundefrist_noekkel: UUID) -> HttpResponse:
    """Move a day, or say that it is kept."""
    funnet = frist_eller_404(rundefrist_noekkel)
    tilbake = adresse(funnet.runde)
    skjema = FristSkjema(skrevet(request), initial=fristverdier(funnet), avbryt=tilbake)

    def gjoer(svar: FristSkjema) -> HttpResponse:
        actions.endre_frist(
            frist=funnet, versjon=svar.versjonen, data=svar.data_for_fristen, av=aktoer_i(request)
        )
        messages.success(request, _("Fristen er endret."))
        return redirect(tilbake)

    side = Skjemaside(_("Endre fristen"), sti_til(funnet.runde))
    return vis_skjema(request, skjema, side, gjoer, fristverdier)
