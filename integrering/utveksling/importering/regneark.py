"""Spreadsheets: read in a process of their own (see `arkleser`), written with text in every cell."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd

_LESER = Path(__file__).with_name("arkleser.py")
_FRIST = 90  # seconds by the clock
_ZIP, _PDF, _OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KRYPTERT = "EncryptedPackage".encode("utf-16-le")
_ARKNAVN = 31  # longest name of a sheet


class Ark(NamedTuple):
    """A sheet: its rows as text, each with its number, and the names of all sheets."""

    rader: list[tuple[int, list[str]]]
    valgt: str
    ark: list[str]


def endelse(innhold: bytes) -> str:
    """Return what the bytes are, whatever the file is called: «csv», «xlsx» or «ods»."""
    if not innhold.startswith(_ZIP):
        return "csv"
    # the first part of an OpenDocument file is its type, not packed
    return "ods" if b"opendocument.spreadsheet" in innhold[:200] else "xlsx"


def krev_lesbar(innhold: bytes) -> None:
    """Raise Regelbrudd for old or locked spreadsheets and for PDF, which are neither text nor a package."""
    if innhold.startswith(_PDF):
        raise Regelbrudd(feil_type())
    if not innhold.startswith(_OLE):
        return
    if _KRYPTERT in innhold:
        raise Regelbrudd(_feil("passord"))
    raise Regelbrudd(_("Dette er en fil fra et gammelt Excel (.xls). Lagre den som .xlsx og prøv igjen."))


def les_ark(innhold: bytes, valgt: str = "") -> Ark:
    """Return a sheet of an XLSX or ODS file: the one named, or the first that can be seen.

    Raises:
        Regelbrudd: the file is locked, broken, too large, or has no such sheet.
    """
    try:
        kjoert = subprocess.run(
            [sys.executable, "-I", str(_LESER), valgt],
            input=innhold,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            timeout=_FRIST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Regelbrudd(_feil("for_stor")) from None
    try:
        svar: dict[str, Any] = json.loads(kjoert.stdout)
    except ValueError:
        # The process died on its limits.
        svar = {"feil": "for_stor"}
    if feil := svar.get("feil"):
        raise Regelbrudd(_feil(feil))
    return Ark([(nr, celler) for nr, celler in svar["rader"]], svar["valgt"], svar["ark"])


def feil_type() -> str:
    """Return what is said of a file that is no table at all."""
    return _("Dette er ikke et regneark. Bruk en fil av typen XLSX, ODS eller CSV.")


def _feil(kode: str) -> str:
    return {
        "passord": _("Filen er låst med passord. Lagre den uten passord og prøv igjen."),
        "for_stor": _(
            "Regnearket er for stort til å leses. Slett tomme kolonner og rader etter dataene,"
            " eller lagre arket som «CSV UTF-8»."
        ),
        "ikke_regneark": feil_type(),
        "ingen_ark": _("Regnearket har ingen synlige ark."),
        "ukjent_ark": _("Regnearket har ikke et ark med dette navnet."),
    }.get(kode) or _("Regnearket er ødelagt og kan ikke leses. Lagre det på nytt og prøv igjen.")


def skriv_ark(rader: Iterable[Sequence[str]], *, tittel: str, bredde: int = 18) -> bytes:
    """Return a spreadsheet with a frozen first row. Each cell is text: zeros stay, nothing is a formula."""
    ut = io.BytesIO()
    valg = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(ut, valg) as bok:
        tekst, overskrift = bok.add_format({"num_format": "@"}), bok.add_format({"bold": True})
        ark = bok.add_worksheet(tittel[:_ARKNAVN])
        ark.freeze_panes(1, 0)
        for nummer, celler in enumerate(rader):
            if not nummer:
                ark.set_column(0, max(len(celler), 1) - 1, bredde, tekst)
            for kolonne, celle in enumerate(celler):
                if celle:
                    ark.write_string(nummer, kolonne, celle, tekst if nummer else overskrift)
    return ut.getvalue()
