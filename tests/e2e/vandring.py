"""Walks the site in a browser: as one user at a time, from the front page along the links."""

from __future__ import annotations

import os
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

from django.urls import ResolverMatch, resolve
from playwright.sync_api import Error, Page, ViewportSize

from integrering.demo.brukere import PASSORD
from tests.e2e.aksess import brudd
from tests.e2e.tastatur import feil_med_tastaturet
from tests.grunnmur import html

UTENFOR = {
    "logg_ut", "brev_pdf", "oeyeblikksbilde_pdf", "tilskudd:oppgave_pdf", "ledelse:rapport_pdf",
    "planer:offentlig_pdf",
}  # fmt: skip
SAMME_SIDE = {"slag"}  # a parameter with another page behind each value
# Forms made from the columns of a table: so many of them stand for the rest (`tests/nir/test_alle_slag.py`).
LIKE_SKJEMAER = {"fakta_ny": 7, "fakta_rett": 4, "fakta_annuller": 2}
SMAL, BRED = ViewportSize(width=320, height=900), ViewportSize(width=1280, height=900)
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


@dataclass
class Vandring:
    """What has been seen so far, and what was wrong with it.

    Attributes:
        vist: how often each kind of page has been shown.
        foerst: who was the first to be shown a kind of page, and where.
        kaker: each user's cookies.
        funn: what was wrong.
        feil_vist: how many forms came back with errors.
    """

    sted: str
    vist: Counter[str] = field(default_factory=Counter)
    foerst: list[tuple[str, str]] = field(default_factory=list)
    kaker: dict[str, str] = field(default_factory=dict)
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

    def les_alle(self, spraak: str) -> None:
        """Read in a language each page that somebody has been shown: flawless, and in that language."""
        for bruker, sti in self.foerst:
            status, slag, innhold = self._hent(sti, f"{self.kaker[bruker]}; spraak={spraak}")
            if status >= 400:
                self.funn.append(f"{bruker} {sti}: {status} ({spraak})")
            elif slag.startswith("text/html"):
                self._krev_spraak(f"{bruker} {sti}", innhold, spraak)

    def _krev_spraak(self, hvor: str, innhold: str, spraak: str) -> None:
        """Read a page by the strict parser: its language, its title and its heading."""
        rot = html.side(innhold)
        overskrifter = [_uten_merke(h) for h in rot.iter("h1")]
        self._krev_tittel(hvor, html.tekst(rot.find(".//title")), overskrifter)
        if rot.get("lang") != spraak:
            self.funn.append(f"{hvor}: språket er {rot.get('lang')}, ikke {spraak}")

    def _start(self, side: Page, bruker: str) -> list[str]:
        side.context.clear_cookies()
        if bruker:
            side.goto(f"{self.sted}/logg-inn/")
            side.fill("[name=username]", bruker)
            side.fill("[name=password]", PASSORD)
            side.locator("main form").last.locator("button[type=submit], input[type=submit]").first.click()
            side.wait_for_url(f"{self.sted}/")
        side.context.add_cookies([{"name": "spraak", "value": "nb", "url": self.sted}])
        self.kaker[bruker] = "; ".join(
            f"{kake['name']}={kake['value']}" for kake in side.context.cookies() if kake["name"] != "spraak"
        )
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
        """Read the page, in the browser when nobody has seen it; return the links on it."""
        if noekkel == "forside" or not self.vist[noekkel]:
            self.vist[noekkel] += 1
            self.foerst.append((bruker, sti))
            try:
                return self._vis(side, sti, noekkel, bruker)
            except Error as feil:
                if "Download is starting" not in feil.message:
                    self.funn.append(f"{bruker} {sti}: {feil.message}")
                return []
        status, slag, innhold = self._hent(sti, f"{self.kaker[bruker]}; spraak=nb")
        if status >= 400:
            self.funn.append(f"{bruker} {sti}: {status}")
        return _lenker(innhold, self.sted + sti, self.sted) if slag.startswith("text/html") else []

    def _hent(self, sti: str, kaker: str) -> tuple[int, str, str]:
        """Return status, type and content of a page, also when it sends on to another."""
        for _gang in range(5):
            forbindelse = HTTPConnection(urlsplit(self.sted).netloc, timeout=60)
            forbindelse.request("GET", sti, headers={"Cookie": kaker})
            svar = forbindelse.getresponse()
            innhold = svar.read().decode(errors="replace")
            forbindelse.close()
            if svar.status not in (301, 302, 303):
                break
            sti = urljoin(sti, svar.headers["Location"])
        return svar.status, svar.headers.get("Content-Type", ""), innhold

    def _vis(self, side: Page, sti: str, noekkel: str, bruker: str) -> list[str]:
        """Show the page on a narrow and on a wide screen, then what its form says when nothing is filled in.

        Axe reads the page with its errors where there is a form: all of the page is on it, and more.
        """
        side.set_viewport_size(SMAL)
        svar = side.goto(self.sted + sti)
        if svar is None or svar.status >= 400:
            self.funn.append(f"{bruker} {sti}: {svar and svar.status}")
            return []
        if not svar.headers.get("content-type", "").startswith("text/html"):
            return []  # shown by the browser itself
        innhold = svar.text()
        self._krev_spraak(f"{bruker} {sti}", innhold, "nb")
        lenker = _lenker(innhold, side.url, self.sted)
        self._bilde(side, noekkel, bruker, "")
        self._krev_bredde(side, bruker)
        side.set_viewport_size(BRED)
        self._krev_bredde(side, bruker)
        hvem = bruker
        if side.locator(SKJEMA).evaluate_all(STOERSTE):
            if self._send_tomt(side):
                self.feil_vist += 1
                hvem = f"{bruker} (tomt skjema)"
                self._bilde(side, noekkel, bruker, "-feil")
                self._krev_bredde(side, hvem)
            else:
                side.goto(self.sted + sti)
        elif noekkel == "forside":
            self._krev(side, bruker)
        side.set_viewport_size(SMAL)
        self._krev(side, hvem)
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
        self._krev_bredde(side, bruker)

    def _krev_bredde(self, side: Page, bruker: str) -> None:
        bredde, vindu = side.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        if bredde > vindu:
            self.funn.append(f"{bruker} {side.url}: {bredde} px bred i et vindu på {vindu}")

    def _krev_tittel(self, hvor: str, tittel: str, overskrifter: list[str]) -> None:
        if len(overskrifter) != 1 or not tittel.startswith(overskrifter[0]):
            self.funn.append(f"{hvor}: {overskrifter} under tittelen «{tittel}»")

    def med_tastaturet(self, side: Page, bruker: str, stier: tuple[str, ...]) -> None:
        """Press Tab from the top of each page to its last link: past the skip link first, always seen."""
        self._hoer_etter(side, bruker)
        self._start(side, bruker)
        for sti in stier:
            side.goto(self.sted + sti)
            self.funn += [f"{bruker} {sti}: {feil}" for feil in feil_med_tastaturet(side)]

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

    def _bilde(self, side: Page, noekkel: str, bruker: str, slutt: str) -> None:
        if mappe := os.environ.get("E2E_BILDER"):
            navn = re.sub(r"[^a-z0-9]+", "_", noekkel)
            side.screenshot(path=f"{mappe}/{navn}-{bruker}-{self.vist[noekkel]}{slutt}.png", full_page=True)


def _noekkel(treff: ResolverMatch, sti: str) -> str:
    """Return what makes two addresses the same page with other content."""
    slag = [str(verdi) for navn, verdi in treff.kwargs.items() if navn in SAMME_SIDE]
    return " ".join([treff.view_name, *slag, *(["?"] if "?" in sti else [])])


def _uten_merke(overskrift: Element) -> str:
    """Return what stands in a heading, without the tag that says the state."""
    for forelder in list(overskrift.iter()):
        for barn in [b for b in forelder if "ds-tag" in (b.get("class") or "").split()]:
            forelder.remove(barn)
    return html.tekst(overskrift)


def _lenker(html: str, fra: str, sted: str) -> list[str]:
    """Return the site's own addresses that the page links to, without repetition."""
    alle = re.findall(r"<a\b[^>]*?\shref=\"([^\"]*)\"", html)
    hele = (urldefrag(urljoin(fra, unescape(lenke))).url for lenke in alle)
    return list(dict.fromkeys(h.removeprefix(sted) for h in hele if h.startswith(f"{sted}/")))
