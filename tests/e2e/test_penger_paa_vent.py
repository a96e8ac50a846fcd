"""The adviser sees which municipality keeps the county waiting, and asks it, on a narrow screen too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.aksess import krev_tilgjengelig
from tests.e2e.teller import Teller
from tests.e2e.verden import RAADGIVER, lag_verden
from tests.utsikter.hjelp import elev
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent

pytestmark = pytest.mark.e2e


def test_fra_forsiden_til_paaminnelsen(sted: str, ny_side: Callable[..., Page]) -> None:
    lag_verden()
    person = elev(etternavn="Venter")
    oppdater_paa_vent()
    du = Teller(ny_side(), sted, "nb")
    du.tell()
    du.logg_inn(RAADGIVER)
    with du.hoeyst(5, "Be en kommune registrere det som mangler"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/tilskudd/']"))
        du.velg(du.side.locator("main a[href='/tilskudd/mangler/']"))
        du.kryss(du.side.locator("input[name=valgt]"))
        du.velg(du.side.locator("form#valgte button"))
        krev_tilgjengelig(du.side)
        du.velg(du.side.locator("button[name=bekreft]"))
    expect(du.side.locator("main")).to_contain_text("Trondheim")
    du.side.set_viewport_size({"width": 320, "height": 800})
    for adresse in ("/tilskudd/mangler/", f"/tilskudd/person/{person.noekkel}/"):
        du.gaa(adresse)
        krev_tilgjengelig(du.side)
        du.er_smal_nok()
