"""Finds a browser for Playwright.

`playwright install` cannot download everywhere. In this order: $CHROMIUM, Chromium or Chrome on the PATH,
Playwright's own, the npm package @sparticuz/chromium.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

ROT = Path(__file__).resolve().parents[2]
NPM = ROT / ".cache" / "nettleser"
PROGRAMMER = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MANGLER = (
    "Ingen nettleser for testene: installer chromium (apt-get install chromium), "
    "sett CHROMIUM=/sti/til/nettleser "
    "eller kjør «npm install --prefix .cache/nettleser @sparticuz/chromium»."
)


def finn_chromium(playwright: Playwright | None = None) -> Path | None:
    """Return the first browser there is, or None. A $CHROMIUM that leads nowhere counts as none."""
    valgt = os.environ.get("CHROMIUM")
    if valgt:
        return Path(valgt) if os.access(valgt, os.X_OK) else None
    kilder: tuple[Callable[[], Iterator[str]], ...] = (_paa_stien, lambda: _playwrights(playwright), _npm)
    for kilde in kilder:
        for sti in kilde():
            if os.access(sti, os.X_OK):
                return Path(sti)
    return None


def krev_chromium(playwright: Playwright | None = None) -> Path:
    """Return the browser; without one the test is skipped loudly here and fails where CI=true."""
    funnet = finn_chromium(playwright)
    if funnet is not None:
        return funnet
    if os.environ.get("CI") == "true":
        pytest.fail(MANGLER)
    pytest.skip(MANGLER)


def argumenter() -> list[str]:
    """Return what the browser needs to be told: root has no sandbox, containers little shared memory."""
    return ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def _paa_stien() -> Iterator[str]:
    yield from filter(None, map(shutil.which, PROGRAMMER))


def _playwrights(playwright: Playwright | None) -> Iterator[str]:
    if playwright is not None:
        yield playwright.chromium.executable_path


def _npm() -> Iterator[str]:
    """The npm package unpacks its browser when asked where it is."""
    pakke = NPM / "node_modules" / "@sparticuz" / "chromium"
    if not pakke.exists() or shutil.which("node") is None:
        return
    skript = "import c from '@sparticuz/chromium'; console.log(await c.executablePath());"
    svar = subprocess.run(
        ["node", "--input-type=module", "-e", skript], cwd=NPM, capture_output=True, text=True, check=False
    )
    if svar.returncode == 0:
        yield svar.stdout.strip()
