"""K2: the case: all that is known before the talk, on one page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.tilgang.doerer import krever
from karriere.roller import SER
from karriere.rules.koe import dager_igjen
from karriere.views.felles import sti_til, vis_sak


@krever(*SER)
@require_safe
def sak(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Show the case."""
    rad = vis_sak(request, sak_noekkel, "karriere-sak")
    igjen = dager_igjen(rad.frist, timezone.localdate())
    return render(request, "karriere/sak.html", {"sak": rad, "sti": sti_til(), "igjen": igjen})
