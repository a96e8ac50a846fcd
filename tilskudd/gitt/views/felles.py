"""What the doors share."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from tilskudd.gitt.models import Soeknad, Utlysning
from tilskudd.gitt.queries.soeknader import finn_soeknad
from tilskudd.gitt.queries.utlysninger import finn_utlysning


def utlysning_eller_404(noekkel: UUID) -> Utlysning:
    """Return a call the reader may see. Raises Http404."""
    funnet = finn_utlysning(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def soeknad_eller_404(noekkel: UUID) -> Soeknad:
    """Return an application the reader may see. Raises Http404, never 403: it is not told of."""
    funnet = finn_soeknad(noekkel)
    if funnet is None:
        raise Http404
    return funnet
