"""The typesetter: data in, PDF out, the same bytes every time.

The fonts are those inside the typst package, the date in the file is the letter's own, and the layouts lie in
`oppsett/` and are never changed once used. What is written goes in as JSON and is never read as code.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import typst
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd

OPPSETT = 2
# PDF/UA-1 for readers, PDF/A-2a for the archive: one file is both.
_STANDARDER: list[typst.PDFStandard] = ["ua-1", "a-2a"]
# No letter is longer; someone pasted a book.
MAKS_TEGN = 60_000


@dataclass(frozen=True)
class Trykk:
    """A finished PDF and what it takes to make it again."""

    pdf: bytes
    sha256: str
    inndata: str
    motor: str
    oppsett: int


@cache
def motor() -> str:
    """Return the name of the typesetter with the fonts in it: another one may give other bytes."""
    return f"typst {version('typst')}"


@cache
def _skrifter() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


@cache
def _oppsett(nummer: int) -> bytes:
    return files("integrering.utveksling.brev").joinpath("oppsett", f"{nummer}.typ").read_bytes()


def som_json(inndata: dict[str, Any]) -> str:
    """Return the input as it is stored: the same text for the same content."""
    return json.dumps(inndata, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def lag_pdf(inndata: dict[str, Any]) -> Trykk:
    """Return the letter as PDF/UA.

    Raises:
        Regelbrudd: there is a sign in it that the fonts do not have, or it is too long.
    """
    tekst = som_json(inndata)
    if len(tekst) > MAKS_TEGN:
        raise Regelbrudd(_("Brevet er for langt. Legg det lange ved som vedlegg."))
    return trykk(tekst, OPPSETT)


def trykk(inndata: str, oppsett: int) -> Trykk:
    """Return the PDF of stored input: what `brev kontroller` does once more."""
    dag = date.fromisoformat(json.loads(inndata)["dato"])
    pdf = sett(_oppsett(oppsett), {"brev": inndata}, dag)
    return Trykk(pdf, hashlib.sha256(pdf).hexdigest(), inndata, motor(), oppsett)


def sett(oppsett: bytes, inndata: dict[str, str], dag: date) -> bytes:
    """Return what a layout makes of its input, as PDF/UA-1 and PDF/A-2a, dated `dag`.

    Raises:
        Regelbrudd: there is a sign in it that the fonts do not have.
    """
    try:
        return typst.compile(
            oppsett,
            font_paths=_skrifter(),
            ignore_system_fonts=True,
            sys_inputs=inndata,
            pdf_standards=list(_STANDARDER),
            timestamp=int(datetime(dag.year, dag.month, dag.day, tzinfo=UTC).timestamp()),
        )
    except typst.TypstError as feil:
        raise Regelbrudd(_melding(feil)) from None


def _melding(feil: typst.TypstError) -> str:
    """Say what in the text cannot be printed as PDF/UA and PDF/A. What is our own fault is raised on."""
    if not str(feil).startswith("PDF/"):
        raise feil
    if "title is empty" in str(feil):
        return _("Overskriften er tom. Skriv hva brevet handler om.")
    tegn = re.search(r'"(.+?)"', str(feil), re.DOTALL)
    return _("Tegnet «%(tegn)s» kan ikke trykkes. Ta det bort, for eksempel et uttrykksikon.") % {
        "tegn": tegn[1] if tegn else "?"
    }
