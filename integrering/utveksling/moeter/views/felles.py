"""What the doors share."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.actions.felles import INNKALLERE, eier
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.queries.moeter import finn_moete

LESER = tuple(sorted(ARBEIDSROLLER))
KALLER_INN = INNKALLERE


def moete_eller_404(noekkel: UUID) -> Moete:
    """Return the meeting. Raises Http404 for one the reader is not invited to: never a 403."""
    moete = finn_moete(noekkel)
    if moete is None:
        raise Http404
    return moete


def mitt_moete(request: HttpRequest, noekkel: UUID) -> Moete:
    """Return a meeting of one's own organisation. Raises Http404, PermissionDenied."""
    moete = moete_eller_404(noekkel)
    if not eier(aktoer_i(request), moete):
        raise PermissionDenied
    return moete
