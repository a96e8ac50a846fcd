"""What a person does in the browser: log in, fill in, press. Texts are looked up in the page's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page

from tests.e2e.aksess import krev_bredde, krev_tilgjengelig

PASSORD = "et-langt-passord-for-testen"


@dataclass
class Brukeren:
    """Someone at a page of the site, reading one language."""

    side: Page
    sted: str
    spraak: str

    def t(self, tekst: str, **verdier: Any) -> str:
        """Return the text in the reader's language."""
        with translation.override(self.spraak):
            return gettext(tekst) % verdier if verdier else gettext(tekst)

    def logg_inn(self, brukernavn: str) -> None:
        """Log in, from a clean start, and choose the language."""
        self.side.context.clear_cookies()
        self.gaa("/logg-inn/")
        self.side.fill("[name=username]", brukernavn)
        self.side.fill("[name=password]", PASSORD)
        self.send()
        self.side.context.add_cookies([{"name": "spraak", "value": self.spraak, "url": self.sted}])

    def gaa(self, sti: str) -> None:
        """Open an address of the site."""
        self.side.goto(self.sted + sti)

    def send(self) -> None:
        """Press the page's main button."""
        self.side.locator("main form").last.locator(
            "button:not([type=button]), input[type=submit]"
        ).first.click()
        self.side.wait_for_load_state()

    def trykk(self, tekst: str, **verdier: Any) -> None:
        """Follow the link or press the button with this text."""
        navn = re.compile(rf"^\s*{re.escape(self.t(tekst, **verdier))}")
        self.side.get_by_role("link", name=navn).or_(self.side.get_by_role("button", name=navn)).first.click()
        self.side.wait_for_load_state()

    def fyll(self, **felter: str) -> None:
        """Fill in fields by name."""
        for navn, verdi in felter.items():
            self.side.fill(f"main [name={navn}]", verdi)

    def leser(self) -> str:
        """Return what stands on the page, with ordinary spaces."""
        return " ".join(self.side.inner_text("main").replace("\u00a0", " ").split())

    def er_smal_nok(self) -> None:
        """Fail when the page is wider than the window."""
        krev_bredde(self.side)

    def sjekk(self) -> None:
        """Fail unless the page is accessible and in the reader's language."""
        assert self.side.get_attribute("html", "lang") == self.spraak
        krev_tilgjengelig(self.side)
