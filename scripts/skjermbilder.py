"""Takes the README's pictures of a running demo: `make run`, then this, in another terminal.

`.venv/bin/python scripts/skjermbilder.py [address]`. Everyone in the pictures is invented.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import FilePayload, Page, ViewportSize, sync_playwright

ROT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROT))

from integrering.nir.rules import duf_kontroll  # noqa: E402
from tests.e2e.nettleser import argumenter, krev_chromium  # noqa: E402

BILDER = ROT / "docs" / "skjermbilder"
PASSORD = "integrering-demo"
VINDU: ViewportSize = {"width": 1280, "height": 800}


# A file with one good row and two that come back.
_FIL = "\r\n".join(
    [
        "duf;fornavn;etternavn;foedselsdato;kjoenn;statsborgerskap;tillatelse;tillatelse_dato;landgruppe;"
        "adressebeskyttelse",
        *(
            f"{ti}{duf_kontroll(ti)};{resten}"
            for ti, resten in (
                ("2099990001", "Nora;Prøvesten;14.05.1998;K;SYR;9a;01.09.2026;H;"),
                ("2099990002", "Ali;Prøvehav;31.02.1991;M;AFG;9a;01.09.2026;H;"),
                ("2099990003", "Sara;Prøveli;01.12.1990;K;ERI;9x;01.09.2026;L;"),
            )
        ),
    ]
).encode("utf-8-sig")


class Fotograf:
    """Walks through the demo and takes pictures of what is on the screen."""

    def __init__(self, side: Page, adresse: str) -> None:
        self.side = side
        self.adresse = adresse.rstrip("/")

    def logg_inn(self, bruker: str) -> None:
        """Log in from a clean start."""
        self.side.context.clear_cookies()
        self.gaa("/logg-inn/")
        self.side.fill("[name=username]", bruker)
        self.side.fill("[name=password]", PASSORD)
        self.send()

    def gaa(self, sti: str) -> None:
        """Open a page."""
        self.side.goto(self.adresse + sti)

    def send(self) -> None:
        """Press the main button."""
        self.side.locator("main form").last.locator(
            "button:not([type=button]), input[type=submit]"
        ).first.click()
        self.side.wait_for_load_state()

    def bilde(self, navn: str) -> None:
        """Save what is on the screen."""
        self.side.screenshot(path=BILDER / f"{navn}.png")
        print(f"{navn}: {self.side.title()}")


def kommunen(f: Fotograf) -> None:
    """The municipality registers a school period and is told from which quarter it counts."""
    f.logg_inn("skaun")
    f.bilde("forside-kommune")
    f.gaa("/personer/")
    f.side.get_by_role("link", name=re.compile("Måneskog")).first.click()
    f.bilde("person")
    f.gaa(f.side.url.partition("?")[0].removeprefix(f.adresse) + "fulltid-videregaaende/ny/")
    felter = {
        "skole": "Skaun videregående skole",
        "fra": "17.08.2026",
        "til": "18.06.2027",
        "timer_per_uke": "30",
    }
    for navn, verdi in felter.items():
        f.side.fill(f"[name={navn}]", verdi)
    f.send()
    f.bilde("kontroller")


def fylket(f: Fotograf) -> None:
    """The adviser calculates the last finished quarter and explains a line."""
    f.logg_inn("raadgiver")
    f.gaa("/tilskudd/")
    knapp = f.side.get_by_role("link", name=re.compile(r"^\s*Beregn"))
    if knapp.count():
        knapp.first.click()
        f.send()
        f.side.wait_for_url("**/tilskudd/kvartal/*/", timeout=120_000)
    else:
        f.side.locator("main table a").first.click()
        f.side.wait_for_load_state()
    f.bilde("kjoering")
    f.side.get_by_role("link", name="Trøndelag fylkeskommune").first.click()
    f.side.wait_for_load_state()
    f.bilde("mottaker")
    f.side.locator("a[href*='/tilskudd/linje/']").first.click()
    f.side.wait_for_load_state()
    f.bilde("linje")
    f.side.locator("a[href*='/tilskudd/person/']").first.click()
    f.side.wait_for_load_state()
    f.bilde("hvorfor")
    f.gaa("/tilskudd/mangler/")
    f.bilde("penger-paa-vent")
    f.gaa("/tilskudd/prognose/")
    f.bilde("prognose")


def importen(f: Fotograf) -> None:
    """Trondheim looks over a file before anything is saved."""
    f.logg_inn("trondheim")
    f.gaa("/import/ny/personer/")
    fil: FilePayload = {"name": "nye.csv", "mimeType": "text/csv", "buffer": _FIL}
    f.side.set_input_files("main input[type=file]", fil)
    f.send()
    f.side.locator("form[action$='/bekreft/'] button").wait_for(timeout=60_000)
    f.bilde("import")
    f.gaa("/moeter/")
    f.bilde("moeter")
    f.gaa("/meldinger/")
    f.bilde("meldinger")


def registreringene(f: Fotograf) -> None:
    """The municipality sees what is missing, and registers a month for a class."""
    f.logg_inn("trondheim")
    f.gaa("/registreringsmatrise/")
    f.bilde("matrise")
    f.gaa("/rapporter/utfylling/")
    f.bilde("rapport")
    f.gaa("/klasser/")
    f.side.locator("main tbody a").first.click()
    f.side.wait_for_load_state()
    f.side.locator("main a[href*='/timer/']").first.click()
    f.side.wait_for_load_state()
    f.bilde("timer")


def opplaeringen(f: Fotograf) -> None:
    """The county's coordinator sees a participant, and what the municipalities have not registered."""
    f.logg_inn("koordinator")
    f.gaa("/opplaering/avstemming/")
    f.bilde("avstemming")
    f.gaa("/opplaering/")
    f.side.locator("main tbody a").first.click()
    f.side.wait_for_load_state()
    f.bilde("deltaker")


def regionalt(f: Fotograf) -> None:
    """The leader sees how it stands, and who follows Trondheim up."""
    f.logg_inn("leder")
    f.gaa("/ledelse/")
    f.bilde("ledelse")
    f.gaa("/kommuner/5001/")
    f.bilde("kommune")


def bosetting(f: Fotograf) -> None:
    """The case worker distributes the number of the round, and sees why Trondheim gets its own. A plan."""
    f.logg_inn("saksbehandler")
    f.gaa("/bosetting/")
    f.side.locator("main tbody a").first.click()
    f.side.wait_for_load_state()
    runden = f.side.url.removesuffix("/")
    f.gaa(f"{urlsplit(runden).path}/bord/")
    f.bilde("bosetting-bord")
    f.gaa(f"{urlsplit(runden).path}/hvorfor/5001/")
    f.bilde("bosetting-hvorfor")
    f.gaa("/planer/offentlig/")
    f.side.locator("main tbody a").last.click()
    f.side.wait_for_load_state()
    f.bilde("aapen-plan")


def karriere(f: Fotograf) -> None:
    """The counsellor sees who is next, and writes the note with the mapping beside it."""
    f.logg_inn("karriereveileder")
    f.gaa("/karriere/")
    f.bilde("karriere-koe")
    f.side.locator("main tbody a").first.click()
    f.side.wait_for_load_state()
    f.bilde("karriere-sak")
    f.gaa(f"{urlsplit(f.side.url).path}notat/")
    f.bilde("karriere-notat")


def nynorsk(f: Fotograf) -> None:
    """The same pages for someone who reads nynorsk."""
    f.logg_inn("rindal")
    f.bilde("forside-nynorsk")


def main() -> None:
    """Take all pictures."""
    adresse = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
    BILDER.mkdir(parents=True, exist_ok=True)
    turer: list[Callable[[Fotograf], None]] = [
        kommunen, importen, registreringene, opplaeringen, fylket, regionalt, bosetting, karriere, nynorsk,
    ]  # fmt: skip
    with sync_playwright() as playwright:
        leser = playwright.chromium.launch(executable_path=krev_chromium(playwright), args=argumenter())
        side = leser.new_page(viewport=VINDU, locale="nb-NO")
        for tur in turer:
            tur(Fotograf(side, adresse))
        leser.close()


if __name__ == "__main__":
    main()
