"""The open pages: everyone reads the published plans, without logging in (ADR 0016)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.brev.views.felles import fil
from regionalt.planer import trykk
from regionalt.planer.models import Utgivelse
from regionalt.planer.queries.utgitt import de_aapne, finn_utgivelse
from regionalt.planer.vist import vist


@require_safe
def planene(request: HttpRequest) -> HttpResponse:
    """The published plans."""
    rader = [(u, vist(u.innhold)) for u in de_aapne()]
    return render(request, "planer/offentlig_liste.html", {"rader": rader, "fylke": vaart_fylke()})


@require_safe
def planen(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """One published plan."""
    funnet = _eller_404(plan_slug)
    innhold = {"utgitt": funnet, "plan": vist(funnet.innhold), "fylke": vaart_fylke()}
    return render(request, "planer/offentlig.html", innhold)


@require_safe
def planen_pdf(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """The same on paper."""
    funnet = _eller_404(plan_slug)
    return fil(trykk.pdf(funnet, vaart_fylke().navn), f"{funnet.slug}.pdf", "application/pdf", last_ned=False)


def _eller_404(slug: str) -> Utgivelse:
    funnet = finn_utgivelse(slug)
    if funnet is None:
        raise Http404
    return funnet
