"""What the doors share."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.urls import reverse

from regionalt.kompetanse.models import Arrangement
from regionalt.kompetanse.queries.arrangementer import finn_arrangement


def arrangement_eller_404(noekkel: UUID) -> Arrangement:
    """Return an event the reader may see. Raises Http404, never 403: it is not told of."""
    funnet = finn_arrangement(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def adresse(arrangement: Arrangement) -> str:
    """Return the address of the event's page."""
    return reverse("kompetanse:arrangement", args=[arrangement.noekkel])
