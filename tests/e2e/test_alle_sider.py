"""Every page there is a link to, as every kind of user: in a real browser, and read in both languages.

A user starts at the front page and follows the links. Each address (by its name) is read by everyone who
finds it. The first to come is shown it in the browser, in bokmål, at 320 and at 1280 px; where there is a
form, it is sent with nothing filled in. Axe reads what is then shown, at 320 px: the page, or the page with
the errors on it. Each is also read by the strict parser, for its language, its title and its heading; in
nynorsk without the browser.
What is thereby not looked at: how wide a page of nynorsk is, a form without errors by axe, and a page by axe
at 1280 px (the front pages are; so are the pages of the other tests here).
With E2E_BILDER=<folder>, a picture of each page is left there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from playwright.sync_api import Page
from pytest_django import Settings

from integrering.demo.actions import fyll_demo
from integrering.demo.brukere import PASSORD
from integrering.grunnmur.models import Tilstand
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from tests.e2e.aksess import AXE
from tests.e2e.nettsted import nettsted
from tests.e2e.vandring import Vandring

BRUKERNE = (
    "", "trondheim", "saksbehandler", "karriereveileder", "raadgiver", "admin", "trondheimadmin", "skole",
    "frivillig", "revisor",
)  # fmt: skip


@pytest.fixture
def adresse(
    egen_database: str, valkey_url: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The demo with a handful of everything, served."""
    settings.DEMO = True
    monkeypatch.setenv("INTEGRERING_LOKAL", "1")
    jobb = fyll_demo(antall=150)
    assert jobb is not None
    assert jobb.tilstand == Tilstand.FERDIG, jobb.feil
    with kontekst(motor_kontekst()):  # the site does not know the tests' quick hasher
        Bruker.objects.filter(is_active=True).update(
            password=Argon2PasswordHasher().encode(PASSORD, "salt-for-testen")
        )
    with nettsted(valkey_url, DEMO="1") as sted:
        yield sted


def _med_axe(side: Page) -> Page:
    """Let each page have axe from its start: it is sent to the browser once."""
    side.add_init_script(AXE)
    return side


@pytest.mark.vandring
def test_alle_sider_som_alle(adresse: str, ny_side: Callable[..., Page]) -> None:
    """No page fails, breaks a rule of accessibility, or is wider than its window, with errors or without."""
    vandring = Vandring(adresse)
    for bruker in BRUKERNE:
        vandring.gaa(_med_axe(ny_side()), bruker)
    side = _med_axe(ny_side(bredde=320))
    vandring.med_tastaturet(side, "trondheim", ("/", "/meldinger/ny/", "/import/ny/vedtak/"))
    vandring.importer(side, "trondheim")
    vandring.les_alle("nn")
    assert vandring.feil_vist > 30, "skjemaene er ikke prøvd"
    assert not vandring.funn, f"{len(vandring.funn)} funn:\n" + "\n".join(dict.fromkeys(vandring.funn))
