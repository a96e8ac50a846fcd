"""Files of a list: XLSX and CSV, written row by row to a temporary file without a name."""

from __future__ import annotations

import csv
import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Protocol

import xlsxwriter
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.lister.celler import tekst
from integrering.lister.definisjon import Kolonne, Slag
from integrering.lister.models import Filformat
from integrering.lister.rules import noeytraliser

Om = Sequence[tuple[str, str]]
INNHOLDSTYPE = {
    Filformat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Filformat.CSV: "application/zip",
}
_ENDELSE = {Filformat.XLSX: "xlsx", Filformat.CSV: "zip"}
_STYKKE = 1 << 20
_BREDDE = {Slag.DATO: 12, Slag.TIDSPUNKT: 17, Slag.DUF: 15, Slag.KRONER: 14, Slag.TALL: 10}


@dataclass(frozen=True)
class Fil:
    """A finished file, open at its beginning; it is gone when it is closed."""

    navn: str
    innholdstype: str
    innhold: IO[bytes]
    sha256: str
    stoerrelse: int


class Skriver(Protocol):
    """Writes the rows of a list, then «Om uttrekket»."""

    rader: int

    def skriv(self, rader: Iterable[Any]) -> None:
        """Write rows."""

    def avslutt(self, om: Om) -> Fil:
        """Write what the file is, and close it."""

    def avbryt(self) -> None:
        """Throw away what is written."""


def ny_skriver(format_: Filformat, navn: str, tittel: str, kolonner: Sequence[Kolonne]) -> Skriver:
    """Return a writer for the format. `navn` begins the file's name: no personal data."""
    dag = timezone.localtime()
    filnavn = f"{slugify(navn) or 'liste'}-{dag:%Y-%m-%d}"
    skriver = XlsxSkriver if format_ is Filformat.XLSX else CsvSkriver
    return skriver(filnavn, tittel, kolonner)


def verdi(raa: Any, slag: Slag) -> Any:
    """Return a value as a file holds it: real dates, instants and numbers; all else harmless text."""
    if raa is None or raa == "":
        return None
    match slag:
        case Slag.DATO:
            return visning.lokal_dato(raa) if isinstance(raa, date) else noeytraliser(str(raa))
        case Slag.TIDSPUNKT:
            return timezone.localtime(raa).replace(tzinfo=None, microsecond=0)
        case Slag.TALL | Slag.KRONER | Slag.DESIMAL:
            return raa if isinstance(raa, int | float | Decimal) else noeytraliser(str(raa))
        case Slag.DUF:
            return noeytraliser(str(raa))
    return noeytraliser(tekst(raa, slag)) or None


class _Felles:
    """What both writers do: count rows and turn objects into values."""

    def __init__(self, filnavn: str, tittel: str, kolonner: Sequence[Kolonne]) -> None:
        self.filnavn, self.tittel, self.rader = filnavn, tittel, 0
        self.kolonner = [k for k in kolonner if k.eksport]
        self._hent = [(k.hent, k.slag) for k in self.kolonner]
        self.fil: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the response

    @property
    def overskrifter(self) -> list[str]:
        return [noeytraliser(str(k.tittel)) for k in self.kolonner]

    def _verdier(self, rad: Any) -> list[Any]:
        self.rader += 1
        return [verdi(hent(rad), slag) for hent, slag in self._hent]

    def _ferdig(self, format_: Filformat) -> Fil:
        self.fil.seek(0)
        sum_, stoerrelse = hashlib.sha256(), 0
        while stykke := self.fil.read(_STYKKE):
            sum_.update(stykke)
            stoerrelse += len(stykke)
        self.fil.seek(0)
        navn = f"{self.filnavn}.{_ENDELSE[format_]}"
        return Fil(navn, INNHOLDSTYPE[format_], self.fil, sum_.hexdigest(), stoerrelse)


class XlsxSkriver(_Felles):
    """Excel: one row in memory at a time; real dates and numbers, a frozen heading, a filter."""

    def __init__(self, filnavn: str, tittel: str, kolonner: Sequence[Kolonne]) -> None:
        super().__init__(filnavn, tittel, kolonner)
        self.bok = xlsxwriter.Workbook(
            self.fil,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self.bok.set_properties({"title": tittel})
        self._dato = self.bok.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
        self._tid = self.bok.add_format({"num_format": "dd.mm.yyyy hh:mm", "align": "left"})
        self._kroner = self.bok.add_format({"num_format": "#,##0"})
        self._hode = self.bok.add_format({"bold": True, "bottom": 1})
        self.ark = self.bok.add_worksheet(_arknavn(tittel))
        self.ark.freeze_panes(1, 0)
        for nr, (kolonne, tittel_) in enumerate(zip(self.kolonner, self.overskrifter, strict=True)):
            self.ark.set_column(nr, nr, max(_BREDDE.get(kolonne.slag, 22), min(len(tittel_) + 4, 40)))
            self.ark.write_string(0, nr, tittel_, self._hode)

    def skriv(self, rader: Iterable[Any]) -> None:
        """Write rows below those that are there."""
        ark, kroner = self.ark, [slag is Slag.KRONER for _hent, slag in self._hent]
        for rad in rader:
            verdier = self._verdier(rad)
            for nr, innhold in enumerate(verdier):
                if innhold is None:
                    continue
                if isinstance(innhold, str):
                    ark.write_string(self.rader, nr, innhold)
                elif isinstance(innhold, datetime):
                    ark.write_datetime(self.rader, nr, innhold, self._tid)
                elif isinstance(innhold, date):
                    ark.write_datetime(self.rader, nr, innhold, self._dato)
                else:
                    ark.write_number(self.rader, nr, innhold, self._kroner if kroner[nr] else None)

    def avbryt(self) -> None:
        """Throw away what is written; the book closes its own temporary files."""
        self.bok.close()
        self.fil.close()

    def avslutt(self, om: Om) -> Fil:
        """Put on the filter, write the second sheet, close."""
        self.ark.autofilter(0, 0, self.rader, max(len(self.kolonner) - 1, 0))
        ark = self.bok.add_worksheet(_arknavn(_("Om uttrekket")))
        brytes = self.bok.add_format({"text_wrap": True, "valign": "top"})
        ark.set_column(0, 0, 28, brytes)
        ark.set_column(1, 1, 90, brytes)
        for nr, (navn, innhold) in enumerate(om):
            ark.write_string(nr, 0, noeytraliser(navn), self._hode)
            ark.write_string(nr, 1, noeytraliser(innhold), brytes)
        self.bok.close()
        return self._ferdig(Filformat.XLSX)


class CsvSkriver(_Felles):
    """CSV as Norwegian Excel reads it, in a zip with «Om uttrekket» as text beside it."""

    def __init__(self, filnavn: str, tittel: str, kolonner: Sequence[Kolonne]) -> None:
        super().__init__(filnavn, tittel, kolonner)
        self.zip = zipfile.ZipFile(self.fil, "w", zipfile.ZIP_DEFLATED, compresslevel=4)
        self._ut = io.TextIOWrapper(
            self.zip.open(self._oppfoering(f"{filnavn}.csv"), "w", force_zip64=True),
            encoding="utf-8-sig",
            newline="",
        )
        self._csv = csv.writer(self._ut, delimiter=";", lineterminator="\r\n")
        self._csv.writerow(self.overskrifter)

    def _oppfoering(self, navn: str) -> zipfile.ZipInfo:
        naa = timezone.localtime()
        return zipfile.ZipInfo(navn, (naa.year, naa.month, naa.day, naa.hour, naa.minute, naa.second))

    def skriv(self, rader: Iterable[Any]) -> None:
        """Write rows below those that are there."""
        for rad in rader:
            self._csv.writerow([_skrevet(v) for v in self._verdier(rad)])

    def avbryt(self) -> None:
        """Throw away what is written."""
        self._ut.close()
        self.zip.close()
        self.fil.close()

    def avslutt(self, om: Om) -> Fil:
        """Write the text beside the rows, close."""
        self._ut.close()
        linjer = "\r\n".join(f"{navn}: {innhold}" if innhold else navn for navn, innhold in om)
        self.zip.writestr(
            self._oppfoering("om-uttrekket.txt"), f"\ufeff{linjer}\r\n".encode(), zipfile.ZIP_DEFLATED
        )
        self.zip.close()
        return self._ferdig(Filformat.CSV)


def _skrevet(verdi: Any) -> str:
    """Return a value as CSV holds it: dates with dots, decimal comma."""
    if verdi is None:
        return ""
    if isinstance(verdi, str):
        return verdi
    if isinstance(verdi, datetime):
        return f"{verdi:%d.%m.%Y %H:%M}"
    if isinstance(verdi, date):
        return f"{verdi:%d.%m.%Y}"
    return str(verdi) if isinstance(verdi, int) else visning.desimal(verdi)


def _arknavn(tittel: str) -> str:
    """Return a name Excel takes: at most 31 characters, none of []:*?/\\."""
    rent = "".join(" " if tegn in "[]:*?/\\" else tegn for tegn in tittel).strip("' ")
    return rent[:31] or "Liste"
