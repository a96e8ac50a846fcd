"""From bytes to rows: encoding, divider, quotes, heading. Raises Regelbrudd when the file cannot be used."""

from __future__ import annotations

import csv
import gc
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur.feil import Regelbrudd

# Columns of an earlier answer: a file that comes back for another try carries them.
SVARKOLONNER = ("status", "feil")
_UTF8_NORSK = re.compile(rb"\xc3[\x80-\xbf]")
# White space next to a divider, a quote or a line's end (looked for this way it costs next to nothing).
_LUFT = ("; ", " ;", "\t ", " \t", '" ', ' "', "\n ", " \n", "\r ", " \r", "\u00a0")
_STYRETEGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Rad(NamedTuple):
    """A row: its line in the file, and its cells just as they stand there."""

    linje: int
    celler: list[str]
    feil: str = ""


@dataclass(frozen=True)
class Fil:
    """A file that could be read.

    Attributes:
        overskrift: its headings as they stand there.
        rader: its rows.
        har_luft: False when no cell has spaces around it.
        ukjente: headings we do not know.
    """

    overskrift: list[str]
    rader: list[Rad]
    har_luft: bool = True
    ukjente: list[str] = field(default_factory=list)

    def plass(self, navn: str) -> int | None:
        """Return where a column stands."""
        navnene = [normaliser(o) for o in self.overskrift]
        return navnene.index(navn) if navn in navnene else None


def normaliser(overskrift: str) -> str:
    """Return a heading as we compare it."""
    return overskrift.strip().lower()


def les_fil(innhold: bytes, *, kjente: tuple[str, ...], paakrevde: tuple[str, ...]) -> Fil:
    """Return the rows of a file.

    Args:
        innhold: the file's bytes.
        kjente: all columns this kind of file may have.
        paakrevde: those it must have.

    Raises:
        Regelbrudd: with the line, when the file as a whole cannot be used.
    """
    tekst = avkod(innhold)
    with uten_opprydding():
        overskrift, rader = _del_opp(tekst)
    navn = [normaliser(o) for o in overskrift]
    _krev_overskrift(navn, paakrevde)
    ukjente = [
        o.strip() for o, n in zip(overskrift, navn, strict=True) if n and n not in (*kjente, *SVARKOLONNER)
    ]
    if not rader:
        raise Regelbrudd(_("Filen har ingen rader under overskriften."))
    return Fil(overskrift, rader, _har_luft(tekst), ukjente)


def avkod(innhold: bytes) -> str:
    """Return the text of UTF-8 (BOM allowed) or ISO-8859-1. Raises Regelbrudd for anything else."""
    if not innhold.strip():
        raise Regelbrudd(_("Filen er tom."))
    if innhold.startswith(b"PK\x03\x04"):
        raise Regelbrudd(_("Dette er en Excel-fil. Lagre den som «CSV UTF-8» og prøv igjen."))
    if innhold.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Regelbrudd(_("Filen er lagret som UTF-16. Lagre den som «CSV UTF-8» og prøv igjen."))
    if (nul := innhold.find(b"\0")) >= 0:
        raise Regelbrudd(
            _("Linje %(linje)d inneholder nulltegn. Dette er trolig ikke en CSV-fil.")
            % {"linje": innhold.count(b"\n", 0, nul) + 1}
        )
    bom = innhold.startswith(b"\xef\xbb\xbf")
    innhold = innhold.removeprefix(b"\xef\xbb\xbf")
    try:
        return innhold.decode("utf-8")
    except UnicodeDecodeError as feil:
        # One bad byte in a UTF-8 file: read as ISO-8859-1 every «ø» in it would turn into two wrong letters.
        if bom or _UTF8_NORSK.search(innhold):
            raise Regelbrudd(
                _("Linje %(linje)d har tegn som ikke er gyldig UTF-8. Lagre filen på nytt som «CSV UTF-8».")
                % {"linje": innhold.count(b"\n", 0, feil.start) + 1}
            ) from None
        return innhold.decode("iso-8859-1")


def _har_luft(tekst: str) -> bool:
    """Say whether any cell may have white space around it (a tab inside a `;` file counts as well)."""
    tabulatorer = "\t" in tekst and _skilletegn(tekst) == ";"
    return tabulatorer or tekst[:1].isspace() or tekst[-1:] == " " or any(luft in tekst for luft in _LUFT)


def _skilletegn(tekst: str) -> str:
    foerste = tekst.lstrip("\r\n").split("\n", 1)[0]
    semikolon, tabulator = foerste.count(";"), foerste.count("\t")
    if not semikolon and not tabulator and "," in foerste:
        raise Regelbrudd(_("Filen er delt med komma. Bruk semikolon (;) eller tabulator mellom kolonnene."))
    return "\t" if tabulator > semikolon else ";"


@contextmanager
def uten_opprydding() -> Iterator[None]:
    """Let the search for cyclic garbage rest: it walks all rows again and again, and none is cyclic."""
    paa = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paa:
            gc.enable()


def _del_opp(tekst: str) -> tuple[list[str], list[Rad]]:
    # `newline=""`: the csv module sees the line ends itself, also those inside quotes.
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=_skilletegn(tekst), strict=True)
    mistenkt = bool(_STYRETEGN.search(tekst))
    overskrift: list[str] = []
    rader: list[Rad] = []
    slutt = 0
    try:
        for lest in leser:
            start, slutt = slutt + 1, leser.line_num
            if not (lest and lest[0]) and not "".join(lest).strip():
                continue
            if not overskrift:
                overskrift = lest
                continue
            celler, grunn = lest, ""
            if len(lest) != len(overskrift):
                celler, grunn = _tilpass(lest, len(overskrift))
            if slutt > start or mistenkt:
                grunn = grunn or _ulovlige_tegn(celler, overskrift)
            rader.append(Rad(start, celler, grunn))
    except csv.Error as feil:
        if "field limit" in str(feil):
            raise Regelbrudd(
                _(
                    "Linje %(linje)d: en celle har mer enn %(antall)d tegn."
                    " Ofte er det et anførselstegn som mangler lenger opp."
                )
                % {"linje": slutt + 1, "antall": csv.field_size_limit()}
            ) from None
        raise Regelbrudd(
            _(
                'Linje %(linje)d: et anførselstegn (") åpner eller lukker en celle på feil sted,'
                " så resten av filen kan ikke leses. Rett linjen og prøv igjen."
            )
            % {"linje": slutt + 1}
        ) from None
    return overskrift, rader


def _tilpass(celler: list[str], bredde: int) -> tuple[list[str], str]:
    """Drop empty cells after the last column (spreadsheets leave them); anything else is the row's error."""
    while len(celler) > bredde and not celler[-1].strip():
        celler = celler[:-1]
    if len(celler) == bredde:
        return celler, ""
    return celler, ngettext(
        "raden har %(antall)d celle, men overskriften har %(bredde)d",
        "raden har %(antall)d celler, men overskriften har %(bredde)d",
        len(celler),
    ) % {"antall": len(celler), "bredde": bredde}


def _ulovlige_tegn(celler: list[str], overskrift: list[str]) -> str:
    """Return what to say about line breaks and control characters, which no cell here may hold."""
    for navn, celle in zip(overskrift, celler, strict=False):
        if "\n" in celle or "\r" in celle:
            return _("%(felt)s: cellen har linjeskift") % {"felt": navn.strip()}
        if _STYRETEGN.search(celle):
            return _("%(felt)s: cellen har tegn som ikke kan leses; lagre filen som «CSV UTF-8»") % {
                "felt": navn.strip()
            }
    return ""


def _krev_overskrift(navn: list[str], paakrevde: tuple[str, ...]) -> None:
    mangler = [p for p in paakrevde if p not in navn]
    if mangler:
        raise Regelbrudd(
            ngettext(
                "Overskriften mangler kolonnen %(navn)s.",
                "Overskriften mangler kolonnene %(navn)s.",
                len(mangler),
            )
            % {"navn": ", ".join(mangler)}
        )
    doble = sorted({n for n in navn if n and navn.count(n) > 1})
    if doble:
        raise Regelbrudd(
            _("Overskriften har flere kolonner med samme navn: %(navn)s.") % {"navn": ", ".join(doble)}
        )
