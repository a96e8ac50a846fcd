"""In a browser: the hours of a class by keyboard, the same tiltak for twelve, results of a test.

The targets are those of `brukerflate.md` §2: four steps and typing, seven steps, four steps.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from integrering.klasser.models import Klasse
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tests.e2e.teller import Tastaturet, Teller, UtenJavascript, ny_utoever
from tests.e2e.verden import FLYKTNINGTJENESTEN, lag_verden
from tests.klasser.hjelp import I_DAG, lag_deltakere, lag_klasse, timene

pytestmark = pytest.mark.e2e
Maate = type[UtenJavascript]


@pytest.fixture
def klasse(egen_database: str) -> Klasse:
    """A class of twelve."""
    lag_verden()
    av = aktoer_med_rolle(FLYKTNINGTJENESTEN, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    assert av
    return lag_klasse(av, lag_deltakere(12))


def _celle(side: Page, rad: int, kolonne: int) -> str:
    """Return the name of the control in a cell, for comparing with what has the focus."""
    rader = side.locator("table.rutenett tbody tr").nth(rad)
    return str(rader.locator("td input, td select").nth(kolonne).get_attribute("name"))


def _fokus(side: Page) -> str:
    return str(side.evaluate("document.activeElement.name || document.activeElement.textContent"))


def test_rutenettet_med_tastatur(klasse: Klasse, sted: str, ny_side: Callable[..., Page]) -> None:
    """Enter goes down and then to the next column, Tab goes right, and the sums follow."""
    du = ny_utoever(Tastaturet, ny_side, sted)
    du.logg_inn(FLYKTNINGTJENESTEN)
    du.gaa("/")
    du.velg(du.side.locator("nav.hovedmeny a[href='/klasser/']"))
    du.velg(du.side.locator("main a[href$='/timer/']"))
    side, taster = du.side, du.side.keyboard
    side.locator(f"[name='{_celle(side, 0, 0)}']").focus()
    for rad in range(12):
        assert _fokus(side) == _celle(side, rad, 0)
        taster.type(str(40 + rad))
        taster.press("Enter")
    assert _fokus(side) == _celle(side, 0, 1)
    taster.type("2,5")
    taster.press("Tab")
    assert _fokus(side) == _celle(side, 0, 2)
    taster.type("1")
    expect(side.locator("tfoot td").nth(0)).to_have_text("546")
    expect(side.locator("tfoot td").nth(1)).to_have_text("2,5")
    side.locator(f"[name='{_celle(side, 11, 2)}']").focus()
    taster.press("Enter")
    assert _fokus(side) == "Lagre alle"
    with side.expect_navigation():
        taster.press("Enter")
    assert "12 nye" in side.inner_text("#meldinger")
    with kontekst(motor_kontekst()):
        foerste = klasse.medlemskap.select_related("person").order_by("person__etternavn")[0].person
    (lagret,) = timene(foerste)
    fikk = (str(lagret.timer), str(lagret.gyldig_fravaer), str(lagret.ugyldig_fravaer))
    assert fikk == ("40.0", "2.5", "1.0")
    du.sjekk()
    side.set_viewport_size({"width": 320, "height": 800})
    du.er_smal_nok()


@pytest.mark.parametrize("maate", [Teller, Tastaturet, UtenJavascript])
def test_samme_tiltak_for_tolv_og_resultater_for_klassen(
    maate: Maate, klasse: Klasse, sted: str, ny_side: Callable[..., Page]
) -> None:
    du = ny_utoever(maate, ny_side, sted)
    du.logg_inn(FLYKTNINGTJENESTEN)
    with du.hoeyst(7, "Registrer samme tiltak for tolv deltakere"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/klasser/']"))
        du.velg(du.lenke("Spor 2 dagtid"))
        du.velg(du.lenke("Registrer for alle i klassen"))
        du.velg_foerste(du.side.locator("main select[name=tiltak]"))
        du.fyll(fra=f"{I_DAG - timedelta(days=3):%d.%m.%Y}", timer_per_uke="7,5")
        du.velg(du.side.locator("button[name=steg][value=kontroller]"))
        if maate is Teller:
            du.sjekk()
        du.velg(du.side.locator("button[name=steg][value=lagre]"))
    assert "Registrert for 12 personer" in du.leser()
    with du.hoeyst(4, "Skriv prøveresultater for klassen"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/klasser/']"))
        du.velg(du.side.locator("main a[href$='/proever/']"))
        du.fyll(dato=f"{I_DAG - timedelta(days=3):%d.%m.%Y}")
        for kolonne in range(4):
            du.velg_foerste(du.side.locator(f"main [name='{_celle(du.side, 0, kolonne)}']"))
        du.velg(du.lenke("Lagre alle"))
    assert "1 ny" in du.side.inner_text("#meldinger")
    if maate is Teller:
        du.sjekk()


@pytest.mark.parametrize("maate", [Teller, UtenJavascript])
def test_timer_for_klassen(maate: Maate, klasse: Klasse, sted: str, ny_side: Callable[..., Page]) -> None:
    du = ny_utoever(maate, ny_side, sted)
    du.logg_inn(FLYKTNINGTJENESTEN)
    with du.hoeyst(4, "Før timer og fravær for en klasse"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/klasser/']"))
        du.velg(du.side.locator("main a[href$='/timer/']"))
        for rad in range(12):
            du.side.fill(f"[name='{_celle(du.side, rad, 0)}']", "60")
        du.velg(du.lenke("Lagre alle"))
    assert "12 nye" in du.side.inner_text("#meldinger")
