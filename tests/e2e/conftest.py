"""A browser for the tests that need one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import klynge as kl
from tests.e2e.nettleser import argumenter, krev_chromium
from tests.e2e.nettsted import nettsted

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def nettleser() -> Iterator[Browser]:
    """One browser per test process. Skips loudly without one, fails when CI=true."""
    with sync_playwright() as playwright:
        programmet = krev_chromium(playwright)
        leser = playwright.chromium.launch(executable_path=programmet, args=argumenter())
        yield leser
        leser.close()


@pytest.fixture
def ny_side(nettleser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a fresh page, as for a new visitor: `ny_side(bredde=320, javascript=False)`."""
    sammenhenger = []

    def ny(bredde: int = 1280, javascript: bool = True) -> Page:
        sammenheng = nettleser.new_context(
            viewport={"width": bredde, "height": 900}, java_script_enabled=javascript, locale="nb-NO"
        )
        sammenheng.set_default_timeout(45_000)
        sammenhenger.append(sammenheng)
        return sammenheng.new_page()

    yield ny
    for nummer, sammenheng in enumerate(sammenhenger):
        if bilder := os.environ.get(
            "E2E_BILDER"
        ):  # where to put a picture of the last page, when looking for a fault
            for side in sammenheng.pages:
                side.screenshot(path=f"{bilder}/{nummer}.png", full_page=True)
        sammenheng.close()


@pytest.fixture(scope="session")
def tjenere(klynge: dict[str, Any], nettstedets_database: str, valkey_url: str) -> Iterator[str]:
    """Web and worker as real processes, one of each per test process. Gives the site's address.

    They start once; each test gives them a new database under the same name (`egen_database`). The broker's
    number is theirs alone: the workers that other tests start take none of their messages.
    """
    kl.slett(klynge, nettstedets_database)
    kl.kopier_mal(klynge, nettstedets_database)
    vert, _, nummer = valkey_url.rpartition("/")
    databasen = {
        "DATABASE_URL": kl.dsn(klynge, nettstedets_database, "app"),
        "DATABASE_OWNER_URL": kl.dsn(klynge, nettstedets_database, "eier"),
    }
    with nettsted(f"{vert}/{int(nummer) + 32}", **databasen) as adresse:
        yield adresse


@pytest.fixture
def sted(tjenere: str, egen_database: str) -> str:
    """The whole site on a database of the test's own. Gives its address."""
    return tjenere
