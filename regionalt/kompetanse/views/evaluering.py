"""Evaluate an event one came to; what the event's page shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.kompetanse import actions
from regionalt.kompetanse.forms.evaluering import EvalueringSkjema
from regionalt.kompetanse.models import Arrangement, Tilstand
from regionalt.kompetanse.queries import evaluering as queries
from regionalt.kompetanse.roller import LESER
from regionalt.kompetanse.rules.evaluering import MINST, siste_dag, snitt
from regionalt.kompetanse.tekster import EVALUERINGEN
from regionalt.kompetanse.views.felles import adresse, arrangement_eller_404


@krever(*LESER)
@require_http_methods(GET_POST)
def evaluer(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Say what one thinks, once."""
    funnet = arrangement_eller_404(arrangement)
    svart = queries.har_svart(funnet)
    if svart is None:
        raise PermissionDenied
    if svart or not actions.kan_evalueres(funnet):
        messages.info(request, _("Du har svart.") if svart else _("Det er ikke åpent for svar nå."))
        return redirect(adresse(funnet))
    skjema = EvalueringSkjema(skrevet(request), avbryt=adresse(funnet))

    def gjoer(svar: EvalueringSkjema) -> HttpResponse:
        actions.evaluer(arrangement=funnet, data=svar.dataene, av=aktoer_i(request))
        messages.success(request, _("Takk for svaret."))
        return redirect(adresse(funnet))

    return behandle(request, skjema, Svar("kompetanse/evaluer.html", {"arrangement": funnet}, gjoer))


def evalueringen(arrangement: Arrangement, av: Aktoer) -> dict[str, Any] | None:
    """Return what the event's page shows: what the reader may do, and for the county the answers."""
    if arrangement.tilstand != Tilstand.HOLDT:
        return None
    svart, samlet = queries.for_fylket(arrangement) if av.er_fylke else (queries.har_svart(arrangement), None)
    kan = actions.kan_evalueres(arrangement)
    ut = {
        "kan_svare": kan and svart is False,
        "svart": svart,
        "aapen": kan,
        "siste_dag": siste_dag(timezone.localdate(arrangement.slutt)),
    }
    if samlet is None:
        return ut if ut["kan_svare"] or svart else None
    return ut | {"svarene": samlet, "minst": MINST, "rader": list(_rader(samlet))}


def _rader(samlet: queries.Samlet) -> Iterator[tuple[Promise, list[int], str]]:
    """Yield each question, how many gave each score, and the mean; none when the answers are not shown."""
    for felt, ledetekst in EVALUERINGEN.items():
        tall = samlet.fordeling.get(felt, [])
        poeng = snitt(tall)
        if poeng is not None:
            yield ledetekst, tall, f"{poeng:.1f}".replace(".", ",")
