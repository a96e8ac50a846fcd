"""Which files are let in. The content decides; the extension must agree with it.

The list is closed: what people write, calculate, scan and photograph. All else stays outside, because
the next one opens it on their own machine: pages and drawings that run scripts (html, svg), macros (docm,
xlsm), programs, archives, and everything with a password, which nobody can check.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from integrering.utveksling.vedlegg.rules import pakke, pdf
from integrering.utveksling.vedlegg.rules.avvist import Avvist, Grunn

__all__ = ["Avvist", "Filtype", "Grunn", "kjenn_igjen"]


class Filtype(StrEnum):
    """The types that are let in; the value is the extension a file of it is stored with."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    PNG = "png"
    JPG = "jpg"
    TXT = "txt"
    CSV = "csv"


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
MEDIETYPE = {
    Filtype.PDF: "application/pdf",
    Filtype.DOCX: f"{_OOXML}.wordprocessingml.document",
    Filtype.XLSX: f"{_OOXML}.spreadsheetml.sheet",
    Filtype.ODT: f"{_ODF}.text",
    Filtype.ODS: f"{_ODF}.spreadsheet",
    Filtype.PNG: "image/png",
    Filtype.JPG: "image/jpeg",
    Filtype.TXT: "text/plain; charset=utf-8",
    Filtype.CSV: "text/csv; charset=utf-8",
}
# Shown by the browser itself when asked to; all else is only ever saved.
VISES_I_NETTLESEREN = frozenset(MEDIETYPE[t] for t in (Filtype.PDF, Filtype.PNG, Filtype.JPG))
_ENDELSER = {**{t.value: t for t in Filtype}, "jpeg": Filtype.JPG}
_TEKST = frozenset({Filtype.TXT, Filtype.CSV})
_PIKSLER = 100_000_000
_STYRETEGN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MERKESPRAAK = re.compile(r"^\s*<\s*(!doctype|html|script|svg|\?xml|head|body|iframe)", re.IGNORECASE)


@dataclass(frozen=True)
class _Signatur:
    begynner: bytes
    type: Filtype | None  # None: a package, whose kind stands inside it


_SIGNATURER = (
    _Signatur(b"%PDF-", Filtype.PDF),
    _Signatur(b"\x89PNG\r\n\x1a\n", Filtype.PNG),
    _Signatur(b"\xff\xd8\xff", Filtype.JPG),
    _Signatur(b"PK\x03\x04", None),
)
# The old Office formats, and new ones behind a password, share this beginning.
_SAMMENSATT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kjenn_igjen(navn: str, innhold: bytes) -> Filtype:
    """Return the type of a file with this (cleaned) name.

    Raises:
        Avvist: empty, of a type that is not let in, broken, encrypted, with active content, or called
            something else than it is.
    """
    if not innhold:
        raise Avvist(Grunn.TOM)
    endelse = navn.rpartition(".")[2].lower() if "." in navn else ""
    paastaatt = _ENDELSER.get(endelse)
    if paastaatt is None:
        raise Avvist(Grunn.MAKRO if endelse in {"docm", "xlsm", "dotm", "xltm", "xlam"} else Grunn.TYPE)
    funnet = _etter_innhold(innhold)
    if funnet is None and paastaatt in _TEKST:
        _kontroller_tekst(innhold)
        return paastaatt
    if funnet is not paastaatt:
        raise Avvist(Grunn.UENIG)
    return paastaatt


def _etter_innhold(innhold: bytes) -> Filtype | None:
    """Return what the bytes say the file is, checked; None when they say nothing (text)."""
    if innhold.startswith(_SAMMENSATT):
        raise Avvist(Grunn.KRYPTERT)
    for signatur in _SIGNATURER:
        if innhold.startswith(signatur.begynner):
            match signatur.type:
                case None:
                    return Filtype(pakke.kontroller(innhold))
                case Filtype.PDF:
                    pdf.kontroller(innhold)
                case Filtype.PNG:
                    _kontroller_png(innhold)
                case _:
                    _kontroller_jpg(innhold)
            return signatur.type
    return None


def _kontroller_png(innhold: bytes) -> None:
    if innhold[12:16] != b"IHDR" or b"IEND" not in innhold[-4096:]:
        raise Avvist(Grunn.SKADET)
    bredde, hoeyde = (int.from_bytes(innhold[i : i + 4], "big") for i in (16, 20))
    if bredde * hoeyde > _PIKSLER:
        raise Avvist(Grunn.BOMBE)


def _kontroller_jpg(innhold: bytes) -> None:
    if b"\xff\xd9" not in innhold[3:]:
        raise Avvist(Grunn.SKADET)


def _kontroller_tekst(innhold: bytes) -> None:
    if b"\x00" in innhold:
        raise Avvist(Grunn.UENIG)
    try:
        tekst = innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Avvist(Grunn.TEGNSETT) from None
    if _STYRETEGN.search(tekst) or _MERKESPRAAK.match(tekst):
        raise Avvist(Grunn.UENIG)
