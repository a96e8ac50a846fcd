"""What the tests of actions share: the answers of a new person, and what a refusal says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir import actions
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from tests import fabrikk

Som = Callable[[Aktoer], AbstractContextManager[None]]

NY = {
    "fornavn": "Amina", "etternavn": "Eksempel", "foedselsdato": date(1995, 6, 15), "kjoenn": "K",
    "statsborgerskap": "SYR", "tillatelse": "9a", "tillatelse_dato": date(2023, 1, 10), "landgruppe": "H",
}  # fmt: skip
FRA = date(2023, 3, 1)


def ny_person(duf: str, av: Aktoer, kommune: str = "5001", **endret: Any) -> Person | None:
    """Register a person living in the municipality."""
    return actions.registrer_person(
        duf=duf, kommune=fabrikk.virksomhet(kommune), fra=FRA, opplysninger={**NY, **endret}, av=av
    )


def meldinger(kall: Callable[[], Any]) -> dict[str, list[str]]:
    """Return what the refusal says, per field."""
    with pytest.raises(Regelbrudd) as feil:
        kall()
    return feil.value.meldinger
