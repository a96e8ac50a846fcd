"""What the doors share."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from integrering.nir.actions.roller import ALT
from integrering.utveksling.registerlister.lister import LESER as LESERE
from integrering.utveksling.registerlister.models import Registerliste
from integrering.utveksling.registerlister.queries.lister import finn_liste

LESER = tuple(sorted(LESERE))
SKRIVER = ALT


def listen(noekkel: UUID) -> Registerliste:
    """Return a list the reader may see. Raises Http404 for any other."""
    liste = finn_liste(noekkel)
    if liste is None:
        raise Http404
    return liste
