"""What the doors share: the rows of addresses, and the way to a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bosetting.models import Kriterium, Runde, Rundefrist, RundeKommune
from bosetting.queries.runder import finn_frist, finn_kommune_i, finn_kriterium, finn_runde
from integrering.grunnmur.feil import Regelbrudd

T = TypeVar("T")


def eller_404(funnet: T | None) -> T:
    """Return what was found. Raises Http404."""
    if funnet is None:
        raise Http404
    return funnet


def runde_eller_404(noekkel: UUID) -> Runde:
    """Return a round the one who asks sees. Raises Http404."""
    return eller_404(finn_runde(noekkel))


def kriterium_eller_404(noekkel: UUID) -> Kriterium:
    """Return a criterion the one who asks sees. Raises Http404."""
    return eller_404(finn_kriterium(noekkel))


def frist_eller_404(noekkel: UUID) -> Rundefrist:
    """Return a day of a round the one who asks sees. Raises Http404."""
    return eller_404(finn_frist(noekkel))


def kommune_eller_404(runde: Runde, nummer: str) -> RundeKommune:
    """Return a municipality of a round. Raises Http404."""
    return eller_404(finn_kommune_i(runde, nummer))


def adresse(runde: Runde, navn: str = "runde") -> str:
    """Return the address of a round's page, or of one below it."""
    return reverse(f"bosetting:{navn}", args=[runde.noekkel])


def sti_til(runde: Runde | None = None, under: str = "") -> list[tuple[str, str]]:
    """Return the way to a page below the overview, a round, one of its pages («kriterier», «kommuner»)."""
    sti = [(_("Bosetting"), reverse("bosetting:runder"))]
    if runde is not None:
        sti.append((str(runde), adresse(runde)))
        if under:
            navn = {
                "kriterier": _("Kriterier"),
                "kommuner": _("Kommunene i runden"),
                "svarene": _("Svarene fra kommunene"),
                "anbefalingen": _("Anbefalingen"),
            }[under]
            sti.append((navn, adresse(runde, under)))
    return sti


def si_hvordan(request: HttpRequest, gjoer: Callable[[], str], til: str) -> HttpResponse:
    """Do what a button says, say how it went, and go back to a page."""
    try:
        messages.success(request, gjoer())
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(til)


def versjon_i(request: HttpRequest) -> int:
    """Return the version a button was made from; 0 when it does not say."""
    tekst = request.POST.get("versjon", "")
    return int(tekst) if tekst.isdigit() else 0
