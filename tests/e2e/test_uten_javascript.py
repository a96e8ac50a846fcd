"""The same work on a narrow screen without JavaScript, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from integrering.grunnmur.kvartal import Kvartal
from integrering.nir.models import Person
from tests.e2e.brukeren import Brukeren
from tests.e2e.tiden import la_tiden_gaa
from tests.e2e.verden import FLYKTNINGTJENESTEN, RAADGIVER, lag_verden


@pytest.fixture
def deltaker(egen_database: str) -> Person:
    """A participant without registrations."""
    return lag_verden()


def test_registrere_og_beregne_uten_javascript_paa_smal_skjerm(
    deltaker: Person, sted: str, superbruker_dsn: str, ny_side: Callable[..., Page]
) -> None:
    i_dag = timezone.localdate()
    kvartal = Kvartal.for_dato(i_dag).forrige()
    du = Brukeren(ny_side(bredde=320, javascript=False), sted, "nb")

    du.logg_inn(FLYKTNINGTJENESTEN)
    start = f"{i_dag - timedelta(days=390):%d.%m.%Y}"
    du.gaa(f"/personer/{deltaker.noekkel}/vedtak/ny/")
    du.fyll(vedtaksdato="31.02.2026", startdato=start)
    du.send()
    du.er_smal_nok()
    assert "For å gå videre må du rette opp følgende feil" in du.leser()
    du.fyll(vedtaksdato=start)
    du.send()
    du.er_smal_nok()
    du.side.click("button[name=steg][value=lagre]")
    du.side.wait_for_url(f"**/personer/{deltaker.noekkel}/")
    du.er_smal_nok()

    la_tiden_gaa(superbruker_dsn, timedelta(days=(i_dag - kvartal.til).days + 5))
    du.logg_inn(RAADGIVER)
    du.gaa(f"/tilskudd/kvartal/{kvartal.slug}/beregn/")
    du.er_smal_nok()
    du.send()
    # the job page comes back by itself, and leads to the run when it is done
    du.side.wait_for_url(f"**/tilskudd/kvartal/{kvartal.slug}/", timeout=120_000)
    du.er_smal_nok()
    assert "Trondheim" in du.leser()


def test_tastaturet_er_nok(deltaker: Person, sted: str, ny_side: Callable[..., Page]) -> None:
    side = ny_side()
    du = Brukeren(side, sted, "nb")
    du.logg_inn(FLYKTNINGTJENESTEN)
    du.gaa(f"/personer/{deltaker.noekkel}/stans/ny/")
    side.keyboard.press("Tab")
    assert side.evaluate("document.activeElement.getAttribute('href')") == "#innhold", (
        "hopp til innhold først"
    )
    side.keyboard.press("Enter")
    side.keyboard.press("Tab")
    i_dag = f"{timezone.localdate():%d.%m.%Y}"
    for _ in range(30):
        navn = side.evaluate("document.activeElement.name || ''")
        if navn == "fra":
            side.keyboard.type(i_dag)
        elif navn == "varighet":
            side.keyboard.press("p")  # «Permanent» in the list, «Permanent» as the marked choice
            side.keyboard.press("Space")
        elif side.evaluate(
            "document.activeElement.matches('main form button, main form input[type=submit]')"
        ):
            side.keyboard.press("Enter")
            break
        side.keyboard.press("Tab")
    side.wait_for_load_state()
    side.get_by_role("heading", name="Kontroller svarene").wait_for()
