"""The search by keyboard: from anywhere to a person, with suggestions and back again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.brukeren import Brukeren
from tests.e2e.verden import FLYKTNINGTJENESTEN, lag_verden

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("bredde", [1280, 320])
def test_soek_med_tastatur(sted: str, ny_side: Callable[..., Page], bredde: int) -> None:
    lag_verden()
    side = ny_side(bredde)
    b = Brukeren(side, sted, "nb")
    b.logg_inn(FLYKTNINGTJENESTEN)
    b.gaa("/hjelp/")
    lenke = side.get_by_role("link", name=b.t("Til begrepslisten"))
    lenke.focus()
    side.keyboard.press("Control+k")
    expect(side.locator("#soek-felt")).to_be_focused()
    side.keyboard.type("aasp")
    forslag = side.locator("#soek-forslag a")
    expect(forslag).to_have_count(1)
    expect(side.locator("#soek-status")).to_have_text("1 forslag. Gå til det med tabulator.")
    b.sjekk()
    side.keyboard.press("ArrowDown")
    expect(forslag.first).to_be_focused()
    side.keyboard.press("Escape")
    expect(lenke).to_be_focused()
    expect(forslag).to_have_count(0)
    side.keyboard.press("Control+k")
    side.keyboard.type("åsprø")
    side.keyboard.press("Enter")
    side.wait_for_url("**/soek/")
    b.sjekk()
    b.trykk("Amina Aasprøve")
    assert "/personer/" in side.url


def test_siden_for_soek_i_feil_og_varslene_er_tilgjengelige(sted: str, ny_side: Callable[..., Page]) -> None:
    lag_verden()
    side = ny_side(320)
    for spraak in ("nb", "nn"):
        b = Brukeren(side, sted, spraak)
        b.logg_inn(FLYKTNINGTJENESTEN)
        for sti in ("/hjelp/", "/hjelp/begreper/", "/om/", "/varsler/", "/virksomheter/5001/", "/soek/"):
            b.gaa(sti)
            b.sjekk()
        side.locator("main .soek button").click()
        side.wait_for_load_state()
        b.sjekk()
