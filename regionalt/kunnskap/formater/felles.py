"""What all formats share: a cell, a row, what is wrong with one, and what was read of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

# so many characters of a cell that is text are kept
MERKNAD = 80
_TALL = re.compile(r"^\d{1,12}([.,]\d{1,4})?$")
_FIRE = re.compile(r"^\d{1,4}$")
# columns that are parts of others; a day («per 15. september») is no age
HOPPES_OVER = re.compile(r"kollektiv|avtalt|under[ _]?15|15 år|15(?:[ _–-]+|\s*til\s*)1[78]")


class Merke(StrEnum):
    """What a cell is. «:» is hidden by the source, «-» was not asked; neither is ever zero."""

    VERDI = "verdi"
    UNDERTRYKT = "undertrykt"
    MANGLER = "mangler"
    IKKE_SPURT = "ikke_spurt"


class Feil(StrEnum):
    """What can be wrong with a file or a row of it; the words stand in `tekster`."""

    IKKE_TEKST = "ikke_tekst"
    TOM = "tom"
    IKKE_JSON = "ikke_json"
    UKJENT_FORMAT = "ukjent_format"
    MANGLER_KOLONNE = "mangler_kolonne"
    MANGLER_AAR = "mangler_aar"
    MANGLER_INDIKATOR = "mangler_indikator"
    FLERE_VERDIER = "flere_verdier"
    ANNET_UTVALG = "annet_utvalg"
    INGEN_TABELL = "ingen_tabell"
    FOR_STOR = "for_stor"
    IKKE_TALL = "ikke_tall"
    IKKE_HELT = "ikke_helt"
    OVER_HUNDRE = "over_hundre"
    IKKE_AAR = "ikke_aar"
    IKKE_NUMMER = "ikke_nummer"
    UKJENT_NAVN = "ukjent_navn"
    FLERE_MED_NAVNET = "flere_med_navnet"
    DOBBEL = "dobbel"


class Ulesbar(ValueError):
    """The whole file cannot be read: why, and what it was about (a column, a table)."""

    def __init__(self, feil: Feil, hva: str = "") -> None:
        super().__init__(f"{feil}: {hva}")
        self.feil, self.hva = feil, hva


@dataclass(frozen=True)
class Celle:
    """A cell: a value exactly when its mark says so; what it said in words, where it did."""

    merke: Merke
    verdi: Decimal | None = None
    merknad: str = ""


MANGLER = Celle(Merke.MANGLER)
UNDERTRYKT = Celle(Merke.UNDERTRYKT)
IKKE_SPURT = Celle(Merke.IKKE_SPURT)
_TEGN = dict.fromkeys(("", ".", "..", "..."), MANGLER) | {":": UNDERTRYKT, "-": IKKE_SPURT, "–": IKKE_SPURT}


@dataclass(frozen=True)
class Tallrad:
    """A figure of a municipality (its number in the file's own time), and the line it stood on."""

    nummer: str
    indikator: str
    aar: int
    versjon: str
    celle: Celle
    linje: int = 0


@dataclass(frozen=True)
class Radfeil:
    """What is wrong with a cell: line, column, what stood there."""

    linje: int
    kolonne: str
    feil: Feil
    verdi: str = ""


@dataclass
class Lest:
    """What a file held.

    `aar_i_filen`: the year its headings name, where they name one. `uleste`: columns that are not read.
    """

    rader: list[Tallrad] = field(default_factory=list)
    feil: list[Radfeil] = field(default_factory=list)
    aar_i_filen: int | None = None
    uleste: list[str] = field(default_factory=list)


def les_celle(tekst: str, *, ord_er_lov: bool = False) -> Celle | None:
    """Return what a cell says, or None when it is no figure and no known sign.

    Args:
        ord_er_lov: text («avventer vedtak») is a figure that is missing, with the text as a remark.
    """
    rent = re.sub(r"\s+", "", tekst)
    if rent in _TEGN:
        return _TEGN[rent]
    if _TALL.match(rent):
        return Celle(Merke.VERDI, Decimal(rent.replace(",", ".")))
    if ord_er_lov and not any(tegn.isdigit() for tegn in rent):
        return Celle(Merke.MANGLER, merknad=" ".join(tekst.split())[:MERKNAD])
    return None


def les_nummer(tekst: str) -> str | None:
    """Return a municipality's number with its leading zero («301» → «0301»), or None."""
    rent = tekst.strip()
    return rent.zfill(4) if _FIRE.match(rent) else None


def les_aar(tekst: str) -> int | None:
    """Return the only year (1990–2099) a text names, or None."""
    funnet = set(re.findall(r"(?<!\d)(199\d|20\d\d)(?!\d)", tekst))
    return int(funnet.pop()) if len(funnet) == 1 else None


def les_tekst(innhold: bytes) -> str:
    """Return the text of a file: UTF-8, or else ISO-8859-1 as older Norwegian files are.

    Raises:
        Ulesbar: it is empty, or it is no text.
    """
    if not innhold.strip():
        raise Ulesbar(Feil.TOM)
    if b"\x00" in innhold:
        raise Ulesbar(Feil.IKKE_TEKST)
    try:
        return innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        return innhold.decode("iso-8859-1")
