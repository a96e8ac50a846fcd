"""Letters for the walk through all addresses: Trondheim's own, with the names nobody else may read."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.utveksling.brev import actions
from integrering.utveksling.brev.actions import Bunkesvar
from tests import fabrikk
from tests.utveksling.brev.brevhjelp import DAG, lag_brev, mal, saksbehandler


def verdier(person: Person) -> dict[str, Any]:
    """Return the parameters: a letter sent to Trondheim about its person, and a bundle. Others lie beside."""
    av = saksbehandler()
    brev = lag_brev(av, "svar_opplysninger", person=person, tilstand="sendt", fritekst="Hemmeligvaar")
    steinkjer = fabrikk.virksomhet(fabrikk.STEINKJER)
    lag_brev(av, til=steinkjer, tilstand="sendt", verdier={"emne": "Hemmeligderes"})
    with kontekst(kontekst_for(av)):
        bunke = actions.bestill_bunke(
            noekkel=uuid4(), malversjon=mal("paaminning"), kommuner=[steinkjer], av=av,
            svar=Bunkesvar(dato=DAG, noeytral="nb", kontakt_navn="Kari", verdier={"svarfrist": "2026-03-16"}),
        )  # fmt: skip
    return {"brev_noekkel": brev.noekkel, "bunke_noekkel": bunke.noekkel}
