"""Values for the parameters of the addresses: what Trondheim has written and received."""

from __future__ import annotations

import uuid
from typing import Any

from integrering.nir.models import Person
from tests.fabrikk import FYLKET, TRONDHEIM, lag_aktoer, virksomhet
from tests.utveksling.meldinger.post import forespoersel, lag_utkast, send


def meldingsverdier(person: Person) -> dict[str, Any]:
    """A thread about the person with the county, a draft, a request."""
    av = lag_aktoer(nummer=TRONDHEIM)
    melding = send(av, virksomhet(FYLKET), person=person, krever_kvittering=True)
    return {
        "samtale_noekkel": melding.samtale.noekkel,
        "melding_noekkel": melding.noekkel,
        "utkast_noekkel": lag_utkast(av, virksomhet(FYLKET), person=person).noekkel,
        "forespoersel_noekkel": forespoersel(av, person).noekkel,
        "overlevering_noekkel": uuid.uuid4(),
    }
