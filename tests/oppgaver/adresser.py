"""Values of the addresses of the queue, for the walk through all of them."""

from __future__ import annotations

from typing import Any

from integrering.nir.models import Person
from integrering.oppgaver import actions
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tests import fabrikk
from tests.oppgaver.hjelp import IDAG, om, oppgaver


def verdier_for_oppgaver(hun: Person) -> dict[str, Any]:
    """Return a task of Trondheim's about the person (who has an open move), and a stand-in there."""
    actions.oppdater_kilde("nir")
    borte, vikar = fabrikk.lag_aktoer(), fabrikk.lag_aktoer()
    with kontekst(kontekst_for(borte)):
        vikariat = actions.registrer_vikariat(
            borte=borte.bruker_id, vikar=vikar.bruker_id, fra=IDAG, til=om(1), av=borte
        )
    oppgave = oppgaver(hun, regel="FLYTTING_KOMMUNE")[0]
    return {"oppgave_id": oppgave.noekkel, "vikariat_id": vikariat.noekkel}
