"""What the doors share: the case of an address, with the look-up logged, and the way to a page."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from karriere.models import Sak
from karriere.queries.saker import finn_sak


def vis_sak(request: HttpRequest, noekkel: UUID, hvor: str) -> Sak:
    """Return a case and log that the person was looked at. Raises Http404 for one the reader cannot see."""
    sak = finn_sak(noekkel)
    if sak is None:
        raise Http404
    registrer_innsyn(person_id=sak.person_id, av=aktoer_i(request), hvor=hvor)
    return sak


def sti_til(sak: Sak | None = None) -> list[tuple[str, str]]:
    """Return the way to a page below the queue, or below a case."""
    sti = [(_("Karriere"), reverse("karriere:koe"))]
    if sak is not None:
        sti.append((sak.person.navn, adresse(sak)))
    return sti


def adresse(sak: Sak, navn: str = "sak") -> str:
    """Return the address of a case, or of a page below it."""
    return reverse(f"karriere:{navn}", args=[sak.noekkel])
