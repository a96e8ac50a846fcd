"""On a narrow screen the queue shows everything about a task without scrolling sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from integrering.oppgaver.actions import oppdater_kilde
from tests.e2e.brukeren import Brukeren
from tests.e2e.verden import FLYKTNINGTJENESTEN, lag_verden

pytestmark = pytest.mark.e2e


def test_frist_og_neste_steg_staar_paa_skjermen(sted: str, ny_side: Callable[..., Page]) -> None:
    """Each task is a block with the headings before its values, and still a table to a screen reader."""
    oppdater_kilde("nir", [lag_verden().pk])
    side = ny_side(320)
    b = Brukeren(side, sted, "nb")
    b.logg_inn(FLYKTNINGTJENESTEN)
    b.gaa("/?fane=alle")
    b.sjekk()
    tabell = side.get_by_role("table")
    rad = tabell.get_by_role("row").nth(1)
    for navn in ("Frist", "Neste steg"):
        expect(tabell.get_by_role("columnheader", name=navn)).to_have_count(1)
        boks = rad.locator(f'[role=cell][data-ledetekst="{navn}"]').bounding_box()
        assert boks is not None
        assert boks["x"] >= 0
        assert boks["x"] + boks["width"] <= 320
    expect(rad.get_by_role("rowheader")).to_have_count(1)
    ramme = side.locator(".tabellramme").first
    assert ramme.evaluate("e => e.scrollWidth <= e.clientWidth")
