"""O2: one participant."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.tilgang.doerer import aktoer_i, krever
from opplaering.paneler import deltakerpaneler
from opplaering.queries.skolegang import periodene_til
from opplaering.roller import ALLE
from opplaering.views.felles import vis_elev


@krever(*ALLE)
@require_safe
def deltaker(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Where the participant goes, and the sections the parts of the training add."""
    person = vis_elev(request, noekkel, "opplaering-deltaker")
    av = aktoer_i(request)
    innhold = {
        "person": person,
        "perioder": periodene_til(person, timezone.localdate()),
        "paneler": deltakerpaneler(person, av),
    }
    return render(request, "opplaering/deltaker.html", innhold)
