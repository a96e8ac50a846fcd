"""Plans: list, page, make one, change it, and its goals."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.planer import actions
from regionalt.planer.forms.plan import MaalSkjema, PlanSkjema, maalverdier, planverdier
from regionalt.planer.lister import PLANER
from regionalt.planer.queries.hoering import hoeringen_av
from regionalt.planer.queries.kunnskap import behov_for, tilbud_for
from regionalt.planer.queries.planer import andre_planer, maalene_i, neste_nummer, planen_paa_siden
from regionalt.planer.roller import SER, SKRIVER
from regionalt.planer.rules.gang import veiene_fra
from regionalt.planer.views.felles import adresse, maal_eller_404, plan_eller_404, sti_til
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER)
@require_safe
def planer(request: HttpRequest) -> HttpResponse:
    """The plans of the county."""
    return vis_liste(request, PLANER, mal="planer/planer.html", kan_skrive=aktoer_i(request).har(*SKRIVER))


@krever(*SER)
@require_safe
def plan(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """The goals of one plan, with their measures."""
    funnet = planen_paa_siden(plan_noekkel)
    if funnet is None:
        raise Http404
    maal = maalene_i(funnet)
    innhold = {
        "plan": funnet,
        "sti": sti_til(),
        "maal": maal,
        "kroner": sum(t.kroner or 0 for rad in maal for t in rad.tiltak),
        "behov": behov_for(funnet),
        "tilbud": tilbud_for(funnet),
        "hoering": hoeringen_av(funnet) if funnet.hoering_sendt else [],
        "veier": veiene_fra(funnet.tilstand),
        "kan_skrive": aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "planer/plan.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def plan_ny(request: HttpRequest) -> HttpResponse:
    """Make a plan."""
    av = aktoer_i(request)
    start = {
        "innsending": uuid.uuid4(), "fra": timezone.localdate(), "ansvarlig": str(av.bruker_id)
    }  # fmt: skip
    skjema = PlanSkjema(
        skrevet(request), av=av, planer=andre_planer(None), initial=start, avbryt=reverse("planer:planer")
    )

    def gjoer(svar: PlanSkjema) -> HttpResponse:
        ny = actions.ny_plan(data=svar.plan, innsending=svar.nr, av=av)
        messages.success(request, _("Planen er lagret."))
        return redirect(adresse(ny))

    return vis_skjema(request, skjema, Skjemaside(_("Ny plan"), sti_til()), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def plan_endre(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """Change a plan that is not decided."""
    funnet, av = plan_eller_404(plan_noekkel), aktoer_i(request)
    skjema = PlanSkjema(
        skrevet(request), av=av, har=funnet.ansvarlig, planer=andre_planer(funnet),
        initial=planverdier(funnet), avbryt=adresse(funnet),
    )  # fmt: skip

    def gjoer(svar: PlanSkjema) -> HttpResponse:
        actions.endre_plan(plan=funnet, versjon=svar.versjonen, data=svar.plan, av=av)
        messages.success(request, _("Planen er endret."))
        return redirect(adresse(funnet))

    return vis_skjema(request, skjema, Skjemaside(_("Endre planen"), sti_til(funnet)), gjoer, planverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def maal_nytt(request: HttpRequest, plan_noekkel: UUID) -> HttpResponse:
    """Add a goal to a plan."""
    funnet = plan_eller_404(plan_noekkel)
    start = {"innsending": uuid.uuid4(), "nummer": neste_nummer(funnet)}
    skjema = MaalSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: MaalSkjema) -> HttpResponse:
        actions.nytt_maal(plan=funnet, data=svar.maal, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Målet er lagret."))
        return redirect(adresse(funnet))

    return vis_skjema(request, skjema, Skjemaside(_("Nytt mål"), sti_til(funnet)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def maal_endre(request: HttpRequest, planmaal_noekkel: UUID) -> HttpResponse:
    """Change a goal, or its place."""
    maal = maal_eller_404(planmaal_noekkel)
    skjema = MaalSkjema(skrevet(request), initial=maalverdier(maal), avbryt=adresse(maal.plan))

    def gjoer(svar: MaalSkjema) -> HttpResponse:
        actions.endre_maal(maal=maal, versjon=svar.versjonen, data=svar.maal, av=aktoer_i(request))
        messages.success(request, _("Målet er endret."))
        return redirect(adresse(maal.plan))

    return vis_skjema(request, skjema, Skjemaside(_("Endre målet"), sti_til(maal.plan)), gjoer, maalverdier)
