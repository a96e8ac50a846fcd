"""Meetings on the person page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from integrering.nir.models import Person
from integrering.nir.personpaneler import Personpanel, registrer_personpanel
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.moeter import tekster
from integrering.utveksling.moeter.actions.felles import er_innkaller
from integrering.utveksling.moeter.queries.moeter import moeter_om

ANTALL = 5


def registrer() -> None:
    """Put the panel on the page."""
    registrer_personpanel(
        Personpanel("moeter", "moeter/_personpanel.html", _panel, 40, FYLKESROLLER | KOMMUNEROLLER)
    )


def _panel(request: HttpRequest, person: Person) -> dict[str, Any]:
    moeter = moeter_om(person, ANTALL)
    return {
        "moeter": [(m, tekster.moetets_tid(m)) for m in moeter],
        "noekkel": person.noekkel,
        "kan_kalle_inn": er_innkaller(aktoer_i(request)),
    }
