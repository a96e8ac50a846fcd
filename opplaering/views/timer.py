"""O3: hours and absence of a class at a school, a month at a time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur import maaneder
from integrering.grunnmur.skjemasvar import GET_POST
from integrering.klasser.forms.rutenett import Rutelinje
from integrering.klasser.views.maanedsnett import maaned_eller_404, maanedslinjer
from integrering.klasser.views.maanedsside import Maanedsside
from integrering.tilgang.doerer import krever
from opplaering.actions import fravaer as actions
from opplaering.actions.skoleklasse import er_skolens
from opplaering.faktatyper import FRAVAER
from opplaering.forms.fravaer import FravaerSkjema
from opplaering.models import Skoleklasse
from opplaering.queries.fravaer import elever_i, siste_skolelaas
from opplaering.roller import ALLE, SKRIVER
from opplaering.views.skoleklasser import min_skoleklasse, skoleklasse_eller_404


def _linjer(klasse: Skoleklasse, maaned: date, ogsaa: set[int]) -> list[Rutelinje]:
    personer = elever_i(klasse, maaned, maaneder.siste_dag(maaned), ogsaa=ogsaa)
    faste = {"skole_id": klasse.skole_id, "maaned": maaned}
    inndelinger = [{**faste, "undervisning": kode} for kode in klasse.undervisning]
    return maanedslinjer(FRAVAER, personer, inndelinger, "undervisning")


SIDE: Maanedsside[Skoleklasse] = Maanedsside(
    skjema=FravaerSkjema,
    koder=lambda klasse: klasse.undervisning,
    linjer=_linjer,
    siste_laas=siste_skolelaas,
    er_eier=lambda av, klasse: er_skolens(av, klasse.skole_id),
    lagre=actions.lagre_fravaer,
    laas=actions.laas_skolemaaned,
    laas_opp=actions.laas_opp_skolemaaned,
    klasse_url="skoleklasse",
    maaned_url="skoleklasse_timer_maaned",
    laas_url="skoleklasse_laas",
    mal="opplaering/timer.html",
    lesemal="opplaering/timer_les.html",
    sted="opplaering-timer",
)


@krever(*ALLE)
@require_safe
def timer(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """Lead to the month that is due."""
    return SIDE.til_foreslaatt(skoleklasse_eller_404(skoleklasse_noekkel))


@krever(*ALLE)
@require_http_methods(GET_POST)
def timer_maaned(request: HttpRequest, skoleklasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """The grid of a month; only read when it is locked, or by those who do not register."""
    return SIDE.vis_maaned(request, skoleklasse_eller_404(skoleklasse_noekkel), maaned_eller_404(maaned))


@krever(*SKRIVER)
@require_POST
def laas(request: HttpRequest, skoleklasse_noekkel: UUID, maaned: str) -> HttpResponse:
    """Lock the month, or unlock it with a reason."""
    return SIDE.vis_laas(request, min_skoleklasse(request, skoleklasse_noekkel), maaned_eller_404(maaned))
