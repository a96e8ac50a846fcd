"""IMDi's yearly page «Nøkkeltall bosetting»: tables per county, with names and no numbers.

The columns vary from year to year, so each is known by its heading, never by its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from regionalt.kunnskap.formater.felles import (
    HOPPES_OVER,
    Feil,
    Lest,
    Radfeil,
    Tallrad,
    Ulesbar,
    les_aar,
    les_celle,
)
from regionalt.kunnskap.formater.register import Register

_OVERSKRIFTER = ("title", "h1", "h2", "h3", "h4", "h5")
_CELLER = ("td", "th")
# what a heading says → indicator; the first that fits
_KOLONNER = (
    ("enslige mindreårige", "em_anmodning"),
    ("anmodet", "anmodning"),
    ("anmodning", "anmodning"),
    ("vedtatt", "vedtak"),
    ("bosatt", "bosatt"),
)


@dataclass
class _Tabell:
    """A table: the headings that stood above it, the nearest last; its rows with the line of each."""

    over: tuple[str, str]
    rader: list[tuple[int, list[str]]] = field(default_factory=list)


class _Leser(HTMLParser):
    """Collects tables and the headings above them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tabeller: list[_Tabell] = []
        self.titler: list[str] = []
        self._over, self._samler, self._i_tabell = ("", ""), "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a heading."""
        if tag == "table":
            self.tabeller.append(_Tabell(self._over))
            self._i_tabell = True
        elif tag == "tr" and self._i_tabell:
            self.tabeller[-1].rader.append((self.getpos()[0], []))
        elif tag in _CELLER and self._i_tabell and self.tabeller[-1].rader:
            self.tabeller[-1].rader[-1][1].append("")
            self._samler = "celle"
        elif tag in _OVERSKRIFTER and not self._i_tabell:
            self.titler.append("")
            self._samler = "tittel"

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag == "table":
            self._i_tabell = False
        if tag in _CELLER or tag in _OVERSKRIFTER:
            if self._samler == "tittel":
                h2 = self.titler[-1] if tag == "h2" else self._over[0]
                self._over = (h2, self.titler[-1])
            self._samler = ""

    def handle_data(self, data: str) -> None:
        """Add text to what is open."""
        if self._samler == "celle":
            self.tabeller[-1].rader[-1][1][-1] += data
        elif self._samler == "tittel":
            self.titler[-1] += data


def kjenner(tekst: str) -> bool:
    """Return True when a text is a page with tables."""
    return "<table" in tekst[:2_000_000].lower()


def les(tekst: str, register: Register, *, aar: int | None = None, versjon: str = "opprinnelig") -> Lest:
    """Read all the tables whose first column is «Kommune».

    Args:
        aar: the year, when the page's headings do not say.
        versjon: which request of the year the page shows.

    Raises:
        Ulesbar: there is no such table, or no year.
    """
    leser = _Leser()
    leser.feed(tekst)
    tabeller = [t for t in leser.tabeller if _overskrift(t)[:1] == ["kommune"]]
    if not tabeller:
        raise Ulesbar(Feil.INGEN_TABELL)
    i_filen = next((a for a in map(les_aar, leser.titler) if a), None)
    valgt = aar or i_filen
    if valgt is None:
        raise Ulesbar(Feil.MANGLER_AAR)
    lest = Lest(aar_i_filen=i_filen)
    sett: dict[tuple[str, str], Tallrad] = {}
    for tabell in tabeller:
        for rad in _radene(tabell, register, valgt, versjon, lest):
            # the same figure stands in more than one table of the page; the first that has a value
            noekkel = (rad.nummer, rad.indikator)
            if noekkel not in sett or sett[noekkel].celle.verdi is None:
                sett[noekkel] = rad
    lest.rader = list(sett.values())
    return lest


def _overskrift(tabell: _Tabell) -> list[str]:
    return [" ".join(celle.casefold().split()).rstrip(":") for celle in (tabell.rader or [(0, [])])[0][1]]


def _radene(tabell: _Tabell, register: Register, aar: int, versjon: str, lest: Lest) -> list[Tallrad]:
    """Return the figures of a table; what is wrong is added to `lest`."""
    kolonner = [_indikator(t) for t in _overskrift(tabell)]
    ut: list[Tallrad] = []
    for linje, celler in tabell.rader[1:]:
        navn = " ".join((celler or [""])[0].split())
        if not navn or navn.casefold().startswith(("sum", "totalt", "i alt")):
            continue
        nummer = register.finn_navn(navn, " ".join(tabell.over))
        if isinstance(nummer, Feil):
            lest.feil.append(Radfeil(linje, "Kommune", nummer, navn))
            continue
        for kode, tekst in zip(kolonner, celler, strict=False):
            if kode is None:
                continue
            celle = les_celle(tekst, ord_er_lov=True)
            if celle is None:
                lest.feil.append(Radfeil(linje, kode, Feil.IKKE_TALL, tekst.strip()))
                continue
            ut.append(Tallrad(nummer, kode, aar, versjon if "anmodning" in kode else "", celle, linje))
    return ut


def _indikator(overskrift: str) -> str | None:
    if HOPPES_OVER.search(overskrift):
        return None
    return next((kode for ord_, kode in _KOLONNER if ord_ in overskrift), None)
