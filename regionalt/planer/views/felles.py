"""What the doors share: the rows of addresses, and the way to a page."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from regionalt.planer.models import Arbeidskraftbehov, Hoeringsinstans, Maal, Plan, Plantiltak, Tilbud
from regionalt.planer.queries.hoering import finn_instans
from regionalt.planer.queries.kunnskap import finn_behov, finn_tilbud
from regionalt.planer.queries.planer import finn_maal, finn_plan
from regionalt.planer.queries.tiltak import finn_tiltak

T = TypeVar("T")


def _eller_404(funnet: T | None) -> T:
    if funnet is None:
        raise Http404
    return funnet


def plan_eller_404(noekkel: UUID) -> Plan:
    """Return a plan the one who asks sees. Raises Http404."""
    return _eller_404(finn_plan(noekkel))


def maal_eller_404(noekkel: UUID) -> Maal:
    """Return a goal the one who asks sees. Raises Http404."""
    return _eller_404(finn_maal(noekkel))


def tiltak_eller_404(noekkel: UUID) -> Plantiltak:
    """Return a measure the one who asks sees. Raises Http404."""
    return _eller_404(finn_tiltak(noekkel))


def instans_eller_404(noekkel: UUID) -> Hoeringsinstans:
    """Return one who is asked, as the one who asks sees them. Raises Http404."""
    return _eller_404(finn_instans(noekkel))


def behov_eller_404(noekkel: UUID) -> Arbeidskraftbehov:
    """Return a need the one who asks sees. Raises Http404."""
    return _eller_404(finn_behov(noekkel))


def tilbud_eller_404(noekkel: UUID) -> Tilbud:
    """Return an offer the one who asks sees. Raises Http404."""
    return _eller_404(finn_tilbud(noekkel))


def adresse(rad: Plan | Plantiltak) -> str:
    """Return the address of a row's page."""
    navn = "plan" if isinstance(rad, Plan) else "tiltak"
    return reverse(f"planer:{navn}", args=[rad.noekkel])


def sti_til(plan: Plan | None = None, tiltak: Plantiltak | None = None) -> list[tuple[str, str]]:
    """Return the way to a page below the overview, a plan, a measure."""
    sti = [(_("Planer"), reverse("planer:planer"))]
    if plan is not None:
        sti.append((plan.tittel, adresse(plan)))
    if tiltak is not None:
        sti.append((tiltak.tittel, adresse(tiltak)))
    return sti
