"""Activities and national plans: lists, pages, forms."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.forebygging import actions
from regionalt.forebygging.forms.aktivitet import AktivitetSkjema, PlanSkjema
from regionalt.forebygging.lister_arbeid import AKTIVITETER, PLANER, planstatus
from regionalt.forebygging.models import Aktivitet, NasjonalPlan
from regionalt.forebygging.queries import aktiviteter as queries
from regionalt.forebygging.rules.gjennomgang import utloept
from regionalt.kodeverk import Tema
from regionalt.kompetanse.queries.arrangementer import om_tema
from regionalt.roller import FOELGER_OPP, LESER
from regionalt.views.registerskjema import Skjemaside, vis_skjema

# Courses and gatherings about prevention, shown below the activities.
FLEST_KURS = 10


@krever(*LESER)
@require_safe
def aktiviteter(request: HttpRequest) -> HttpResponse:
    """The activities: to a municipality its own and those of the whole county."""
    kan = aktoer_i(request).har(*FOELGER_OPP)
    kurs = list(om_tema(Tema.FOREBYGGING)[:FLEST_KURS])
    return vis_liste(request, AKTIVITETER, mal="forebygging/aktiviteter.html", kan_endre=kan, kurs=kurs)


@krever(*LESER)
@require_safe
def aktivitet(request: HttpRequest, forebyggende_aktivitet: UUID) -> HttpResponse:
    """One activity."""
    funnet = _aktivitet(forebyggende_aktivitet)
    innhold = {
        "aktivitet": funnet,
        "kommuner": queries.kommunenavn(funnet.kommuner),
        "plan_ute": funnet.plan is not None and utloept(funnet.plan.til, funnet.dato),
        "fylket": aktoer_i(request).er_fylke,
        "kan_endre": aktoer_i(request).har(*FOELGER_OPP),
    }
    return render(request, "forebygging/aktivitet.html", innhold)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def aktivitet_ny(request: HttpRequest) -> HttpResponse:
    """Add an activity."""
    return vis_skjema(request, _aktivitetsside(request, _("Ny aktivitet")))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def aktivitet_endre(request: HttpRequest, forebyggende_aktivitet: UUID) -> HttpResponse:
    """Change an activity, or write how many took part."""
    side = _aktivitetsside(request, _("Endre aktiviteten"))
    return vis_skjema(request, side, _aktivitet(forebyggende_aktivitet))


@krever(*LESER)
@require_safe
def planer(request: HttpRequest) -> HttpResponse:
    """The national plans; those that have expired say so."""
    kan = aktoer_i(request).har(*FOELGER_OPP)
    return vis_liste(request, PLANER, mal="forebygging/planer.html", kan_endre=kan)


@krever(*LESER)
@require_safe
def plan(request: HttpRequest, nasjonalplan: UUID) -> HttpResponse:
    """One plan, and what is done as part of it."""
    funnet = _plan(nasjonalplan)
    innhold = {
        "rad": funnet,
        "status": planstatus(funnet.til),
        "aktiviteter": queries.i_planen(funnet),
        "kan_endre": aktoer_i(request).har(*FOELGER_OPP),
    }
    return render(request, "forebygging/plan.html", innhold)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def plan_ny(request: HttpRequest) -> HttpResponse:
    """Add a plan."""
    return vis_skjema(request, _planside(_("Legg inn nasjonal plan")))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def plan_endre(request: HttpRequest, nasjonalplan: UUID) -> HttpResponse:
    """Change a plan."""
    return vis_skjema(request, _planside(_("Endre planen")), _plan(nasjonalplan))


def _aktivitetsside(request: HttpRequest, overskrift: str) -> Skjemaside[Aktivitet]:
    def tilbake(rad: Aktivitet) -> str:
        if rad.plan is not None and utloept(rad.plan.til, rad.dato):
            messages.warning(request, _("Planen du valgte, har gått ut. Sjekk om en ny har kommet."))
        return reverse("forebygging:aktivitet", args=[rad.noekkel])

    return Skjemaside(
        skjema=AktivitetSkjema,
        overskrift=overskrift,
        smuler=_smuler(_("Aktiviteter"), "forebygging:aktiviteter"),
        lagre=actions.lagre_aktivitet,
        tilbake=tilbake,
        melding=_("Aktiviteten er lagret."),
        avbryt=reverse("forebygging:aktiviteter"),
    )


def _planside(overskrift: str) -> Skjemaside[NasjonalPlan]:
    return Skjemaside(
        skjema=PlanSkjema,
        overskrift=overskrift,
        smuler=_smuler(_("Nasjonale planer"), "forebygging:planer"),
        lagre=actions.lagre_plan,
        tilbake=lambda rad: reverse("forebygging:plan", args=[rad.noekkel]),
        melding=_("Planen er lagret."),
        avbryt=reverse("forebygging:planer"),
    )


def _smuler(tekst: str, side: str) -> tuple[tuple[str, str], ...]:
    return ((_("Forebygging"), reverse("forebygging:katalog")), (tekst, reverse(side)))


def _aktivitet(noekkel: UUID) -> Aktivitet:
    funnet = queries.finn_aktivitet(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _plan(noekkel: UUID) -> NasjonalPlan:
    funnet = queries.finn_plan(noekkel)
    if funnet is None:
        raise Http404
    return funnet
