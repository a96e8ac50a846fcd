"""Values of the addresses of classes, for the walk through all addresses."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from integrering.grunnmur import maaneder
from integrering.klasser import actions
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tests.fabrikk import TRONDHEIM, lag_aktoer
from tests.klasser.hjelp import I_DAG, MAANED, lag_klasse


def verdier_for_klasser(person: Person) -> dict[str, Any]:
    """Return the keys of Trondheim's class and of a receipt, with the person in both."""
    av = lag_aktoer(nummer=TRONDHEIM)
    klasse = lag_klasse(av, [person])
    tiltak = {"tiltak": "praksis", "fra": I_DAG, "til": None, "timer_per_uke": Decimal(8)}
    with kontekst(kontekst_for(av)):
        kvittering = actions.registrer_for_flere(
            slag=FAKTATYPER["tiltak"], personer=[person], verdier=tiltak, innsending=uuid.uuid4(), av=av
        )
    return {
        "klasse_noekkel": klasse.noekkel,
        "maaned": maaneder.skriv(MAANED),
        "innsending": kvittering.noekkel,
    }
