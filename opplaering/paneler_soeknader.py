"""Applications and follow-up on a participant's page."""

from __future__ import annotations

from typing import Any

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
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


def _samarbeid(person: Person, av: Aktoer) -> dict[str, Any]:
    avtaler = [avtale for avtale in avtaler_til(person) if avtale.ferdig is None]
    return {"avtaler": avtaler, "noekkel": person.noekkel}


PANELER = (
    Deltakerpanel("samarbeid", "opplaering/_samarbeidspanel.html", _samarbeid, 70, ALLE),
    Deltakerpanel("soeknader", "opplaering/_soeknadspanel.html", _soeknader, 80, LESER),
)
