"""What the doors share."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.models import Brev

SKRIVER = tuple(sorted(FYLKESROLLER))
LESER = tuple(sorted(ARBEIDSROLLER))


def hent_brev(request: HttpRequest, noekkel: UUID, hvor: str = "brev") -> Brev:
    """Return the letter and log that it is opened. Raises Http404 for one the reader cannot see."""
    av = aktoer_i(request)
    brev = queries.finn_brev(noekkel, av)
    if brev is None:
        raise Http404
    actions.aapne_brev(brev=brev, av=av, hvor=hvor)
    return brev


def fil(innhold: bytes, navn: str, slag: str, *, last_ned: bool) -> HttpResponse:
    """Return a file whose name says nothing about anyone."""
    maate = "attachment" if last_ned else "inline"
    hoder: dict[str, Any] = {
        "Content-Disposition": f'{maate}; filename="{navn}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(innhold, content_type=slag, headers=hoder)
