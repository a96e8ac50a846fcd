"""Values of the addresses of reports, for the walk through all addresses."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils import timezone

from integrering.grunnmur.jobber.loep import kjoer
from integrering.nir.models import Person
from integrering.rapporter import actions
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tests.fabrikk import TRONDHEIM, lag_aktoer


def rapportverdier(person: Person) -> dict[str, Any]:
    """Return the name of a report, a year, and a finished pack of one of Trondheim's users."""
    av = lag_aktoer(nummer=TRONDHEIM)
    with kontekst(kontekst_for(av)):
        pakke = actions.bestill_for(noekler=[person.noekkel], innsending=uuid.uuid4(), av=av)
    assert pakke.jobb is not None
    kjoer(pakke.jobb.pk)
    aar = timezone.localdate().year - 1
    return {"rapportnavn": "utfylling", "rapportaar": aar, "pakke_id": pakke.pk}
