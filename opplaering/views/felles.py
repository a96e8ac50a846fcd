"""What the doors share."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from opplaering.queries.elever import finn_elev


def vis_elev(request: HttpRequest, noekkel: UUID, hvor: str) -> Person:
    """Return a person the reader may see, and write down that they were looked at.

    Args:
        hvor: the code of the page (registered in `innmelding.py`).

    Raises:
        Http404: nobody the reader may see: never a 403, which would tell that the person exists.
    """
    person = finn_elev(noekkel)
    if person is None:
        raise Http404
    registrer_innsyn(person_id=person.pk, av=aktoer_i(request), hvor=hvor)
    return person
