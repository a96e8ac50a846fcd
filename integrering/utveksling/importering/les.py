"""From bytes to rows: encoding, divider, quotes, sheets, heading. Raises Regelbrudd for a file of no use."""

from __future__ import annotations

import csv
import gc
import io
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur.feil import Regelbrudd
from integrering.utveksling.importering import regneark, rules
from integrering.utveksling.importering.rules import SVARKOLONNER, normaliser

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
class Tabell:
    """The rows of a file, before anyone has said what its columns are.

    Attributes:
        overskrift: its headings as they stand there.
        rader: its rows.
        har_luft: False when no cell has spaces around it.
        endelse: csv, xlsx or ods.
        ark: the sheet that was read.
        arknavn: the sheets there are.
    """

    overskrift: list[str]
    rader: list[Rad]
    har_luft: bool = True
    endelse: str = "csv"
    ark: str = ""
    arknavn: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Fil:
    """A file whose columns are known.

    Attributes:
        overskrift: its headings as they stand there.
        rader: its rows.
        plasser: where each of our columns stands.
        har_luft: False when no cell has spaces around it.
        ukjente: headings that are not used.
        endelse: csv, xlsx or ods.
    """

    overskrift: list[str]
    rader: list[Rad]
    plasser: Mapping[str, int]
    har_luft: bool = True
    ukjente: list[str] = field(default_factory=list)
    endelse: str = "csv"

    def plass(self, navn: str) -> int | None:
        """Return where a column stands."""
        return self.plasser.get(navn)

    def kaller(self, navn: str) -> str:
        """Return what the file calls one of our columns: our own name, or the heading it was found under."""
        plass = self.plasser.get(navn)
        if plass is None or normaliser(self.overskrift[plass]) == navn:
            return navn
        return self.overskrift[plass].strip()


def les_fil(
    innhold: bytes,
    *,
    kjente: tuple[str, ...],
    paakrevde: tuple[str, ...],
    plasser: Mapping[str, int] | None = None,
    ark: str = "",
) -> Fil:
    """Return the rows of a file.

    Args:
        innhold: the file's bytes.
        kjente: all columns this kind of file may have.
        paakrevde: those it must have.
        plasser: where our columns stand, when the headings do not say it.
        ark: the sheet to read.

    Raises:
        Regelbrudd: with the line, when the file as a whole cannot be used.
    """
    tabell = les_tabell(innhold, kjente=kjente, ark=ark)
    navn = [normaliser(o) for o in tabell.overskrift]
    if plasser is None:
        _krev_overskrift(navn, paakrevde)
        plasser = {n: navn.index(n) for n in kjente if n in navn}
        _krev_uten_tvil(tabell.overskrift, kjente, plasser)
    else:
        krev_plasser(plasser, len(navn), kjente, paakrevde)
    brukte = set(plasser.values())
    ukjente = [
        o.strip()
        for i, o in enumerate(tabell.overskrift)
        if navn[i] and i not in brukte and navn[i] not in SVARKOLONNER
    ]
    krev_rader(tabell)
    return Fil(tabell.overskrift, tabell.rader, plasser, tabell.har_luft, ukjente, tabell.endelse)


def krev_rader(tabell: Tabell) -> None:
    """Raise Regelbrudd for a file that is a heading only."""
    if not tabell.rader:
        raise Regelbrudd(_("Filen har ingen rader under overskriften."))


def les_tabell(innhold: bytes, *, kjente: Collection[str], ark: str = "") -> Tabell:
    """Return the rows of a CSV file or of one sheet of a spreadsheet; what it is, the bytes say.

    In a spreadsheet the heading is the row that knows most of our columns: a title may stand above it.

    Raises:
        Regelbrudd: with the line, when the file as a whole cannot be used.
    """
    endelse = regneark.endelse(innhold)
    if endelse != "csv":
        return _fra_ark(regneark.les_ark(innhold, ark), endelse, kjente)
    tekst = avkod(innhold)
    with uten_opprydding():
        overskrift, rader = _del_opp(tekst)
    return Tabell(overskrift, rader, _har_luft(tekst))


def _fra_ark(ark: regneark.Ark, endelse: str, kjente: Collection[str]) -> Tabell:
    if not ark.rader:
        raise Regelbrudd(_("Arket %(navn)s er tomt.") % {"navn": ark.valgt})
    start = rules.finn_overskrift([celler for _nr, celler in ark.rader], kjente)
    overskrift = list(ark.rader[start][1])
    while overskrift and not overskrift[-1].strip():
        overskrift.pop()
    rader = []
    for nummer, celler in ark.rader[start + 1 :]:
        bredde = len(overskrift)
        like, grunn = (celler, "") if len(celler) == bredde else _tilpass(celler, bredde)
        rader.append(Rad(nummer, like, grunn or _ulovlige_tegn(like, overskrift)))
    return Tabell(overskrift, rader, True, endelse, ark.valgt, ark.ark)


def avkod(innhold: bytes) -> str:
    """Return the text of UTF-8 (BOM allowed) or ISO-8859-1. Raises Regelbrudd for anything else."""
    if not innhold.strip():
        raise Regelbrudd(_("Filen er tom."))
    regneark.krev_lesbar(innhold)
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
            if not (lest and lest[0].strip()) and not "".join(lest).strip():
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


def krev_plasser(
    plasser: Mapping[str, int], bredde: int, kjente: tuple[str, ...], paakrevde: tuple[str, ...]
) -> None:
    """Raise Regelbrudd unless each column we must have stands somewhere in the file, and in its own place."""
    mangler = [p for p in paakrevde if p not in plasser]
    if mangler:
        raise Regelbrudd(
            ngettext(
                "Velg hvilken kolonne som er %(navn)s.",
                "Velg hvilke kolonner som er %(navn)s.",
                len(mangler),
            )
            % {"navn": ", ".join(mangler)}
        )
    brukte = list(plasser.values())
    if not set(plasser) <= set(kjente) or not all(0 <= p < bredde for p in brukte):
        raise Regelbrudd(_("Kolonneoppsettet passer ikke til filen. Velg kolonnene på nytt."))
    if len(set(brukte)) < len(brukte):
        raise Regelbrudd(_("Samme kolonne i filen er valgt flere ganger."))


def _krev_uten_tvil(overskrift: list[str], kjente: tuple[str, ...], plasser: Mapping[str, int]) -> None:
    """Refuse a file that seems to have a column under another name: every row would get its default."""
    for navn, plass in rules.foreslaa(overskrift, kjente).items():
        if navn not in plasser:
            raise Regelbrudd(
                _(
                    "Kolonnen %(den)s er trolig %(navn)s."
                    " Gi den det navnet, eller bruk et lagret kolonneoppsett."
                )
                % {"den": overskrift[plass].strip(), "navn": navn}
            )


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
