"""Ways of doing a task: with the pointer (counted), by keyboard alone, and without JavaScript.

Counted are pointer activations and Enter presses, as `brukerflate.md` §2 counts steps. The browser counts,
not the test: each trusted click (Enter or Space on a link or button is one too), and without JavaScript each
page that is asked for. Typing is not, nor choosing in a list by keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, Request

from tests.e2e.brukeren import Brukeren

_TELL = """
addEventListener("click", (hendelse) => {
  if (!hendelse.isTrusted) return;
  // a click on a label clicks its control too: one activation by the person
  if (hendelse.target.closest("label") && !hendelse.target.matches("input")) return;
  localStorage.setItem("steg", 1 + Number(localStorage.getItem("steg") || 0));
}, true);
"""
# More than any page has to tab through.
_TABULATORER = 150


class UtenJavascript(Brukeren):
    """Someone who does tasks with what the browser itself can do. Counted are the pages asked for."""

    sider: int = 0

    def tell(self) -> None:
        """Begin to count: what is answered by sending on to another page is one."""
        self.side.on("request", self._spurt)

    def _spurt(self, om: Request) -> None:
        self.sider += om.is_navigation_request() and om.redirected_from is None

    @property
    def steg(self) -> int:
        """How many activations since the count was last set to nothing."""
        return self.sider

    def begynn(self) -> None:
        """Set the count to nothing."""
        self.sider = 0

    @contextmanager
    def hoeyst(self, antall: int, oppgave: str) -> Iterator[None]:
        """Do a task from the front page, in at most so many activations."""
        self.gaa("/")
        self.begynn()
        yield
        assert self.steg > 0, f"{oppgave}: ingenting ble telt"
        assert self.steg <= antall, f"{oppgave}: {self.steg} steg, målet er {antall}"

    def velg(self, hva: Locator) -> None:
        """Activate something and wait for the page."""
        hva.first.click()
        self.side.wait_for_load_state()

    def kryss(self, hva: Locator) -> None:
        """Choose one of several."""
        hva.first.check()

    def velg_foerste(self, hva: Locator) -> None:
        """Choose the first real choice of a list."""
        hva.select_option(index=1)

    def last_opp(self, hva: Locator, fil: Path) -> None:
        """Choose a file."""
        hva.set_input_files(str(fil))

    def last_ned(self, hva: Locator) -> Download:
        """Activate what gives a file."""
        with self.side.expect_download() as ned:
            self._aktiver(hva.first)
        return ned.value

    def soek(self, tekst: str) -> None:
        """Type in the search box of the header, and press Enter."""
        self.side.locator("#soek-felt").fill(tekst)
        self.side.locator("#soek-felt").focus()
        self.side.keyboard.press("Enter")

    def lenke(self, tekst: str) -> Locator:
        """Return a link or a button by the beginning of its text."""
        return self.side.locator("a, button, summary").filter(has_text=self.t(tekst))

    def _aktiver(self, hva: Locator) -> None:
        hva.click()


class Teller(UtenJavascript):
    """Someone with a pointer, whose activations the browser counts."""

    def tell(self) -> None:
        """Begin to count on every page from now on."""
        self.side.context.add_init_script(_TELL)

    @property
    def steg(self) -> int:
        """How many activations since the count was last set to nothing."""
        return int(self.side.evaluate("Number(localStorage.getItem('steg') || 0)"))

    def begynn(self) -> None:
        """Set the count to nothing."""
        self.side.evaluate("localStorage.setItem('steg', 0)")


class Tastaturet(Teller):
    """Someone without a pointer: Tab to everything, then Enter, Space, the arrows, and typing."""

    def tab_til(self, hva: Locator) -> None:
        """Tab until it has the focus. Fails when it cannot be reached."""
        maal = hva.first.element_handle()
        for _ in range(_TABULATORER):
            if maal.evaluate("e => e === document.activeElement"):
                return
            self.side.keyboard.press("Tab")
        raise AssertionError(f"{self.side.url}: kommer ikke til {hva} med Tab")

    def velg(self, hva: Locator) -> None:
        """Tab to it, press Enter, and wait for the page."""
        with self.side.expect_navigation():
            self._aktiver(hva)

    def send(self) -> None:
        """Tab to the page's main button, and press Enter."""
        skjema = self.side.locator("main form").last
        self.velg(skjema.locator("button:not([type=button]), input[type=submit]"))

    def fyll(self, **felter: str) -> None:
        """Tab to fields by name, and type."""
        for navn, verdi in felter.items():
            self.tab_til(self.side.locator(f"main [name={navn}]"))
            self.side.keyboard.press("Control+a")
            self.side.keyboard.type(verdi)

    def kryss(self, hva: Locator) -> None:
        """Tab to the choices, and press Space on the first."""
        self.tab_til(hva)
        self.side.keyboard.press("Space")

    def velg_foerste(self, hva: Locator) -> None:
        """Tab to the list, and press the arrow."""
        self.tab_til(hva)
        self.side.keyboard.press("ArrowDown")

    def last_opp(self, hva: Locator, fil: Path) -> None:
        """Tab to the field; what opens there is the browser's own."""
        self.tab_til(hva)
        super().last_opp(hva, fil)

    def soek(self, tekst: str) -> None:
        """Ctrl+K, type, Enter."""
        self.side.keyboard.press("Control+k")
        self.side.keyboard.type(tekst)
        self.side.keyboard.press("Enter")

    def _aktiver(self, hva: Locator) -> None:
        self.tab_til(hva)
        self.side.keyboard.press("Enter")


def ny_utoever(maate: type[UtenJavascript], ny_side: Callable[..., Page], sted: str) -> UtenJavascript:
    """Return someone who does tasks that way."""
    utoever = maate(ny_side(javascript=maate is not UtenJavascript), sted, "nb")
    utoever.tell()
    return utoever


def ny_teller(side: Page, sted: str, spraak: str) -> Teller:
    """Return someone with a pointer on a page that is open already, reading a language."""
    teller = Teller(side, sted, spraak)
    teller.tell()
    return teller
