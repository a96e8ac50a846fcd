"""From «started at school» to «registered by the municipality»: two activations, in every way of working."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from integrering.nir.models import FulltidVgo
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests.e2e.teller import Tastaturet, Teller, UtenJavascript, ny_utoever
from tests.e2e.verden import FLYKTNINGTJENESTEN, lag_verden
from tests.opplaering.hjelp import TIL, lag_skolegang
from tests.opplaering.meldingshjelp import igjen, meld


@pytest.mark.parametrize("maate", [Teller, Tastaturet, UtenJavascript])
def test_kommunen_tar_inn_en_start_med_to_trykk(
    maate: type[UtenJavascript], egen_database: str, sted: str, ny_side: Callable[..., Page]
) -> None:
    person = lag_verden()
    lag_skolegang(person, til=TIL)
    [melding] = meld([person])
    du = ny_utoever(maate, ny_side, sted)
    du.logg_inn(FLYKTNINGTJENESTEN)
    with du.hoeyst(2, "Ta inn en start på skolen"):
        du.velg(du.side.locator(f"main a[href^='/opplaering/meldinger/{melding.noekkel}/']").first)
        du.velg(du.side.locator("button[name=handling][value=ta_inn]"))
        du.side.wait_for_selector("text=Registrert for")
    with kontekst(motor_kontekst()):
        assert FulltidVgo.objects.gjeldende().get(person=person).til == TIL
    assert igjen(melding).kvittert is not None
