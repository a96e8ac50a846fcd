"""Hours and absence of a class and month: the grid, and the lock."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur import maaneder
from integrering.grunnmur.skjemasvar import GET_POST
from integrering.klasser import actions
from integrering.klasser.forms.rutenett import TIMER, Rutelinje, TimeSkjema
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import deltakere_i
from integrering.klasser.queries.timer import siste_laas
from integrering.klasser.views.felles import LESER, SKRIVER, klasse_eller_404, min_klasse
from integrering.klasser.views.maanedsnett import maaned_eller_404, maanedslinjer
from integrering.klasser.views.maanedsside import Maanedsside
from integrering.tilgang.doerer import krever


def _linjer(klasse: Klasse, maaned: date, ogsaa: set[int]) -> list[Rutelinje]:
    personer = deltakere_i(klasse, maaned, maaneder.siste_dag(maaned), ogsaa=ogsaa)
    moduler = [{"modul": modul, "maaned": maaned} for modul in klasse.moduler]
    return maanedslinjer(TIMER, personer, moduler, "modul")


SIDE: Maanedsside[Klasse] = Maanedsside(
    skjema=TimeSkjema,
    koder=lambda klasse: klasse.moduler,
    linjer=_linjer,
    siste_laas=siste_laas,
    er_eier=actions.er_eier,
    lagre=actions.lagre_timer,
    laas=actions.laas_maaned,
    laas_opp=actions.laas_opp_maaned,
    klasse_url="klasse",
    maaned_url="klasse_timer_maaned",
    laas_url="klasse_laas",
    mal="klasser/timer.html",
    lesemal="klasser/timer_les.html",
    sted="klasse-timer",
)


@krever(*LESER)
@require_safe
def timer(request: HttpRequest, klasse_noekkel: UUID) -> HttpResponse:
    """Lead to the month that is due."""
    return SIDE.til_foreslaatt(klasse_eller_404(klasse_noekkel))


@krever(*LESER)
@require_http_methods(GET_POST)
def timer_maaned(request: HttpRequest, klasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """The grid of a month; only read when it is locked, or the class is another's."""
    return SIDE.vis_maaned(request, klasse_eller_404(klasse_noekkel), maaned_eller_404(maaned))


@krever(*SKRIVER)
@require_POST
def laas(request: HttpRequest, klasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """Lock the month, or unlock it with a reason."""
    return SIDE.vis_laas(request, min_klasse(request, klasse_noekkel), maaned_eller_404(maaned))
