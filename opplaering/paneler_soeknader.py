"""Applications and follow-up on a participant's page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from integrering.nir.models import Person
from integrering.nir.personpaneler import Personpanel
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from opplaering.paneler import Deltakerpanel
from opplaering.queries.samarbeid import avtaler_til
from opplaering.queries.soeknader import soeknader_til
from opplaering.roller import ALLE, FYLKET, LESER


def _soeknader(person: Person, av: Aktoer) -> dict[str, Any]:
    return {
        "soeknader": soeknader_til(person),
        "noekkel": person.noekkel,
        "kan_skrive": av.har(*FYLKET),
    }


def personpanel(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return a person's applications for the register's page of the person."""
    return _soeknader(person, aktoer_i(request))


def _samarbeid(person: Person, av: Aktoer) -> dict[str, Any]:
    avtaler = [avtale for avtale in avtaler_til(person) if avtale.ferdig is None]
    return {"avtaler": avtaler, "noekkel": person.noekkel}


PERSONPANEL = Personpanel(
    "opplaering-soeknader", "opplaering/_soeknaderompersonen.html", personpanel, 46, frozenset(LESER)
)
PANELER = (
    Deltakerpanel("samarbeid", "opplaering/_samarbeidspanel.html", _samarbeid, 70, ALLE),
    Deltakerpanel("soeknader", "opplaering/_soeknadspanel.html", _soeknader, 80, LESER),
)
