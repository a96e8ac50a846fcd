"""Every page there is a link to, as every kind of user, in a real browser: narrow in bokmål, wide in nynorsk.

A user starts at the front page and follows the links. Each address (by its name) is read by everyone who
finds it; the first to come is shown it in the browser, and sends its form with nothing filled in.
With E2E_BILDER=<folder>, a picture of each page is left there.
"""

from __future__ import annotations

import os
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.urls import ResolverMatch, resolve
from playwright.sync_api import Error, Page
from pytest_django import Settings

from integrering.demo.actions import fyll_demo
from integrering.demo.brukere import PASSORD
from integrering.grunnmur.models import Tilstand
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from tests.e2e.aksess import brudd
from tests.e2e.nettsted import nettsted

BRUKERNE = (
    "", "trondheim", "saksbehandler", "raadgiver", "admin", "trondheimadmin", "skole", "frivillig", "revisor",
)  # fmt: skip
# Those who between them are shown every page: what the others may reach is the same in both languages.
NOEN = ("", "trondheim", "saksbehandler", "raadgiver", "admin", "skole")
UTENFOR = {"logg_ut", "brev_pdf", "oeyeblikksbilde_pdf"}
SAMME_SIDE = {"slag"}  # a parameter with another page behind each value
# Forms made from the columns of a table: so many of them stand for the rest (`tests/nir/test_alle_slag.py`).
LIKE_SKJEMAER = {"fakta_ny": 7, "fakta_rett": 4, "fakta_annuller": 2}
SKJEMA = "main form[method=post]"
KOLONNER = ("duf", "vedtaksdato", "startdato", "ordning", "vedtakstype")
FIL = "Nummer;Vedtatt;Begynte;Hva;Svaret\n209900000112;28.02.2026;31.02.2026;norsk;kanskje\n"
# Finds the form with the most to fill in; nothing where there is only a button to press.
STOERSTE = """skjemaer => {
  const antall = s => [...s.elements].filter(
    e => e.name && !['hidden', 'submit'].includes(e.type) && e.tagName !== 'BUTTON').length;
  window.stoerste = skjemaer.filter(antall).sort((a, b) => antall(b) - antall(a))[0];
  return Boolean(window.stoerste);
}"""
# Empties it and sends it without its button: no choice, no step, no check by the browser.
SEND_TOMT = """() => {
  for (const e of window.stoerste.elements) {
    if (['checkbox', 'radio'].includes(e.type)) e.checked = false;
    else if (!['hidden', 'file', 'submit'].includes(e.type) && e.tagName !== 'BUTTON') e.value = '';
  }
  HTMLFormElement.prototype.submit.call(window.stoerste);
}"""

# The headings without the tag that says the state.
UTEN_MERKE = """h1 => h1.map(h => {
  const kopi = h.cloneNode(true);
  kopi.querySelectorAll('.ds-tag').forEach(merke => merke.remove());
  return kopi.textContent;
})"""
# Where the keyboard stands, and whether one sees it: an outline or a shadow, on it or on what is around it.
HER = """() => {
  const her = document.activeElement;
  const merket = e => {
    const stil = e ? getComputedStyle(e) : {outlineStyle: 'none', boxShadow: 'none'};
    return stil.outlineStyle !== 'none' || stil.boxShadow !== 'none';
  };
  if (!window.gaatt) window.gaatt = [];
  const foer = window.gaatt.includes(her);
  window.gaatt.push(her);
  return {
    ute: her === document.body || foer,
    synlig: her.matches(':focus-visible')
      && (merket(her) || merket(her.parentElement) || her.matches('.ds-skip-link') && her.offsetHeight > 10),
    sist: her === [...document.querySelectorAll('.bunn a')].at(-1),
    href: her.getAttribute('href'),
    html: her.outerHTML.slice(0, 100),
  };
}"""


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


@dataclass
class Vandring:
    """What has been seen so far, and what was wrong with it."""

    sted: str
    spraak: str
    vist: Counter[str] = field(default_factory=Counter)
    funn: list[str] = field(default_factory=list)
    feil_vist: int = 0

    def gaa(self, side: Page, bruker: str) -> None:
        """Log in and follow every link, once to each kind of page."""
        self._hoer_etter(side, bruker)
        koe, sett, like = deque(self._start(side, bruker)), set[str](), Counter[str]()
        while koe:
            sti = koe.popleft()
            treff = self._treff(sti)
            if treff is None:
                continue
            noekkel = _noekkel(treff, sti)
            if noekkel in sett:
                continue
            like[treff.view_name] += 1
            if like[treff.view_name] > LIKE_SKJEMAER.get(treff.view_name, like[treff.view_name]):
                continue
            sett.add(noekkel)
            koe.extend(self._les(side, sti, noekkel, bruker))

    def _start(self, side: Page, bruker: str) -> list[str]:
        side.context.clear_cookies()
        side.context.add_cookies([{"name": "spraak", "value": self.spraak, "url": self.sted}])
        if bruker:
            side.goto(f"{self.sted}/logg-inn/")
            side.fill("[name=username]", bruker)
            side.fill("[name=password]", PASSORD)
            side.locator("main form").last.locator("button[type=submit], input[type=submit]").first.click()
            side.wait_for_url(f"{self.sted}/")
            side.context.add_cookies([{"name": "spraak", "value": self.spraak, "url": self.sted}])
        return ["/"] if bruker else ["/logg-inn/"]

    def _hoer_etter(self, side: Page, bruker: str) -> None:
        side.on("pageerror", lambda feil: self.funn.append(f"{bruker} {side.url}: skriptfeil {feil}"))
        side.on("console", lambda m: self._konsoll(side, bruker, m.type, m.text))

    def _konsoll(self, side: Page, bruker: str, slag: str, tekst: str) -> None:
        if slag == "error" and "status of 422" not in tekst:
            self.funn.append(f"{bruker} {side.url}: konsollen sier {tekst}")

    def _treff(self, sti: str) -> ResolverMatch | None:
        if not sti.startswith("/") or sti.startswith(("/admin/", "/static/")):
            return None
        treff = resolve(urlsplit(sti).path)
        return None if treff.view_name in UTENFOR else treff

    def _les(self, side: Page, sti: str, noekkel: str, bruker: str) -> list[str]:
        """Read the page, in the browser when few have seen it; return the links on it."""
        if self.vist[noekkel] < self._hoeyst(noekkel):
            self.vist[noekkel] += 1
            try:
                return self._vis(side, sti, noekkel, bruker)
            except Error as feil:
                if "Download is starting" not in feil.message:
                    self.funn.append(f"{bruker} {sti}: {feil.message}")
                return []
        svar = side.context.request.get(self.sted + sti)
        if svar.status >= 400:
            self.funn.append(f"{bruker} {sti}: {svar.status}")
        er_side = svar.headers.get("content-type", "").startswith("text/html")
        return _lenker(svar.text(), svar.url, self.sted) if er_side else []

    def _hoeyst(self, noekkel: str) -> int:
        return len(BRUKERNE) if noekkel == "forside" else 1

    def _vis(self, side: Page, sti: str, noekkel: str, bruker: str) -> list[str]:
        svar = side.goto(self.sted + sti)
        if svar is None or svar.status >= 400:
            self.funn.append(f"{bruker} {sti}: {svar and svar.status}")
        elif not svar.headers.get("content-type", "").startswith("text/html"):
            return []  # shown by the browser itself
        lenker = _lenker(side.content(), side.url, self.sted)
        self._se(side, noekkel, bruker)
        if side.locator(SKJEMA).evaluate_all(STOERSTE) and self._send_tomt(side):
            self.feil_vist += 1
            self._bilde(side, noekkel, bruker, "-feil")
            self._krev(side, f"{bruker} (tomt skjema)")
        return lenker

    def _send_tomt(self, side: Page) -> bool:
        """Send the form empty; return whether the page came back with errors."""
        with side.expect_navigation() as navigering:
            side.evaluate(SEND_TOMT)
        svar = navigering.value
        if svar.status >= 500:
            self.funn.append(f"{side.url}: {svar.status} av et tomt skjema")
        return svar.status == 422

    def _krev(self, side: Page, bruker: str) -> None:
        self.funn += [f"{bruker} {side.url}: {feil}" for feil in brudd(side)]
        bredde, vindu, spraak = side.evaluate(
            "[document.documentElement.scrollWidth, window.innerWidth, document.documentElement.lang]"
        )
        if bredde > vindu:
            self.funn.append(f"{bruker} {side.url}: {bredde} px bred i et vindu på {vindu}")
        if spraak != self.spraak:
            self.funn.append(f"{bruker} {side.url}: språket er {spraak}")

    def _krev_overskrift(self, side: Page, bruker: str) -> None:
        tekster = side.locator("h1").evaluate_all(UTEN_MERKE)
        overskrifter = [_ord(tekst) for tekst in tekster]
        if len(overskrifter) != 1 or not _ord(side.title()).startswith(overskrifter[0]):
            self.funn.append(f"{bruker} {side.url}: {overskrifter} under tittelen «{side.title()}»")

    def med_tastaturet(self, side: Page, bruker: str, stier: tuple[str, ...]) -> None:
        """Press Tab from the top of each page to its last link: past the skip link first, always seen."""
        self._hoer_etter(side, bruker)
        self._start(side, bruker)
        for sti in stier:
            side.goto(self.sted + sti)
            steder = list(_tab(side))
            if steder[0]["href"] != "#innhold":
                self.funn.append(f"{bruker} {sti}: første Tab går til {steder[0]['html']}")
            if not steder[-1]["sist"]:
                self.funn.append(f"{bruker} {sti}: Tab kommer ikke forbi {steder[-1]['html']}")
            self.funn += [
                f"{bruker} {sti}: fokus synes ikke på {s['html']}" for s in steder if not s["synlig"]
            ]

    def importer(self, side: Page, bruker: str) -> None:
        """Send a file with other headings and errors in it: choose columns, and see what is wrong."""
        side.goto(f"{self.sted}/import/ny/vedtak/")
        fil = {"name": "vedtak.csv", "mimeType": "text/csv", "buffer": FIL.encode()}
        side.locator("main input[type=file]").set_input_files(fil)  # type: ignore[arg-type]
        side.locator("main form").first.locator("button, input[type=submit]").first.click()
        side.wait_for_url("**/kolonner/")
        self._se(side, "import_kolonner", bruker)
        for felt in KOLONNER:
            side.locator(f"[name=kolonne_{felt}]").select_option(index=KOLONNER.index(felt) + 1)
        side.locator("main form").last.locator("button, input[type=submit]").first.click()
        side.locator("#avvik").wait_for(timeout=120_000)
        self._se(side, "import_utkast", bruker)

    def _se(self, side: Page, noekkel: str, bruker: str) -> None:
        self._bilde(side, noekkel, bruker, "")
        self._krev(side, bruker)
        self._krev_overskrift(side, bruker)

    def _bilde(self, side: Page, noekkel: str, bruker: str, slutt: str) -> None:
        if mappe := os.environ.get("E2E_BILDER"):
            navn = re.sub(r"[^a-z0-9]+", "_", noekkel)
            side.screenshot(
                path=f"{mappe}/{self.spraak}/{navn}-{bruker}-{self.vist[noekkel]}{slutt}.png", full_page=True
            )


def _tab(side: Page, hoeyst: int = 250) -> Iterator[dict[str, Any]]:
    """Press Tab and yield where one is, until the page has been gone through."""
    for _ in range(hoeyst):
        side.keyboard.press("Tab")
        her: dict[str, Any] = side.evaluate(HER)
        if her["ute"]:
            return
        yield her
        if her["sist"]:
            return


def _noekkel(treff: ResolverMatch, sti: str) -> str:
    """Return what makes two addresses the same page with other content."""
    slag = [str(verdi) for navn, verdi in treff.kwargs.items() if navn in SAMME_SIDE]
    return " ".join([treff.view_name, *slag, *(["?"] if "?" in sti else [])])


def _ord(tekst: str) -> str:
    """Return the text with single ordinary spaces."""
    return " ".join(tekst.split())


def _lenker(html: str, fra: str, sted: str) -> list[str]:
    """Return the site's own addresses that the page links to, without repetition."""
    alle = re.findall(r"<a\b[^>]*?\shref=\"([^\"]*)\"", html)
    hele = (urldefrag(urljoin(fra, unescape(lenke))).url for lenke in alle)
    return list(dict.fromkeys(h.removeprefix(sted) for h in hele if h.startswith(f"{sted}/")))


@pytest.mark.e2e
@pytest.mark.parametrize(("spraak", "bredde", "brukerne"), [("nb", 320, BRUKERNE), ("nn", 1280, NOEN)])
def test_alle_sider_som_alle(
    adresse: str, ny_side: Callable[..., Page], spraak: str, bredde: int, brukerne: tuple[str, ...]
) -> None:
    """No page fails, breaks a rule of accessibility, or is wider than its window, with errors or without."""
    vandring = Vandring(adresse, spraak)
    for bruker in brukerne:
        vandring.gaa(ny_side(bredde=bredde), bruker)
    side = ny_side(bredde=bredde)
    vandring.med_tastaturet(side, "trondheim", ("/", "/meldinger/ny/", "/import/ny/vedtak/"))
    vandring.importer(side, "trondheim")
    assert vandring.feil_vist > 30, "skjemaene er ikke prøvd"
    assert not vandring.funn, f"{len(vandring.funn)} funn:\n" + "\n".join(dict.fromkeys(vandring.funn))
