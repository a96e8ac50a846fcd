"""Counts what a person does: pointer activations and Enter presses, as `brukerflate.md` §2 counts steps.

The browser counts, not the test: each trusted click (Enter or Space on a link or a button is one too).
Typing, and choosing in a list by keyboard, is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page

from tests.e2e.brukeren import Brukeren

_TELL = """
addEventListener("click", (hendelse) => {
  if (!hendelse.isTrusted) return;
  // a click on a label clicks its control too: one activation by the person
  if (hendelse.target.closest("label") && !hendelse.target.matches("input")) return;
  localStorage.setItem("steg", 1 + Number(localStorage.getItem("steg") || 0));
}, true);
"""


class Teller(Brukeren):
    """Someone whose activations are counted."""

    def tell(self) -> None:
        """Begin to count on every page from now on."""
        self.side.context.add_init_script(_TELL)

    @property
    def steg(self) -> int:
        """How many activations since the count was last set to nothing."""
        return int(self.side.evaluate("Number(localStorage.getItem('steg') || 0)"))

    @contextmanager
    def hoeyst(self, antall: int, oppgave: str) -> Iterator[None]:
        """Do a task from the front page, in at most so many activations."""
        self.gaa("/")
        self.side.evaluate("localStorage.setItem('steg', 0)")
        yield
        assert self.steg > 0, f"{oppgave}: ingenting ble telt"
        assert self.steg <= antall, f"{oppgave}: {self.steg} steg, målet er {antall}"

    def velg(self, hva: Locator) -> None:
        """Activate something and wait for the page."""
        hva.first.click()
        self.side.wait_for_load_state()

    def lenke(self, tekst: str) -> Locator:
        """Return a link or a button by the beginning of its text."""
        return self.side.locator("a, button, summary").filter(has_text=self.t(tekst))


def ny_teller(side: Page, sted: str, spraak: str = "nb") -> Teller:
    """Return someone whose activations are counted."""
    teller = Teller(side, sted, spraak)
    teller.tell()
    return teller
