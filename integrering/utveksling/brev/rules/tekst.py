"""The small markup of letters, and the merge fields in it.

A blank line parts paragraphs, a line that begins with «- » is an item of a list, `**two stars**` are bold,
and `{felt}` is merged. Whatever else is written is text. Merged values are never read as markup, and the
typesetter gets all of it as data: there is no code to inject into.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_MERKE = re.compile(r"\*\*|\{\{|\}\}|\{[^{}\n]*\}|\{|\}")
_FELTNAVN = re.compile(r"[a-z][a-z_]*")
# What paper cannot show: control characters, and signs that only turn the direction of writing.
_STYRETEGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class Tekstfeil(StrEnum):
    """What can be wrong in a text with merge fields."""

    TOM = "tom"
    UKJENT_FELT = "ukjent_felt"
    AAPEN_KLAMME = "aapen_klamme"
    LUKKET_KLAMME = "lukket_klamme"
    AAPEN_FET = "aapen_fet"
    FLERE_LINJER = "flere_linjer"


@dataclass(frozen=True)
class Funn:
    """A fault, the line it stands on (from 1), and the word it is about."""

    feil: Tekstfeil
    linje: int
    hva: str = ""


@dataclass(frozen=True)
class Bit:
    """A run of text: bold or not, and whether it is the name of a merge field."""

    tekst: str
    fet: bool = False
    felt: bool = False


@dataclass(frozen=True)
class Avsnitt:
    """A paragraph."""

    biter: tuple[Bit, ...]


@dataclass(frozen=True)
class Liste:
    """A bulleted list."""

    punkter: tuple[tuple[Bit, ...], ...]


Blokk = Avsnitt | Liste


def rens(tekst: str) -> str:
    """Return the text with one kind of line break and without characters that cannot be printed."""
    return _STYRETEGN.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")).strip()


# --- Reading ---
def les_blokker(tekst: str, *, flett: bool) -> tuple[Blokk, ...]:
    """Return paragraphs and lists. With `flett` braces name merge fields; without they are text."""
    blokker: list[Blokk] = []
    for linjer in _grupper(rens(tekst).split("\n")):
        if linjer[0].startswith("- "):
            blokker.append(Liste(tuple(les_biter(linje[2:].strip(), flett=flett) for linje in linjer)))
        else:
            blokker.append(Avsnitt(les_biter(" ".join(linjer), flett=flett)))
    return tuple(blokker)


def _grupper(linjer: list[str]) -> list[list[str]]:
    """Return the lines that belong together: a list and a paragraph part also without a blank line."""
    grupper: list[list[str]] = []
    forrige = ""
    for linje in (raa.strip() for raa in linjer):
        if linje and forrige and forrige.startswith("- ") == linje.startswith("- "):
            grupper[-1].append(linje)
        elif linje:
            grupper.append([linje])
        forrige = linje
    return grupper


def les_biter(linje: str, *, flett: bool) -> tuple[Bit, ...]:
    """Return the runs of one line. A star pair that is never closed is text."""
    biter: list[Bit] = []
    fet, sist = False, 0
    for treff in _MERKE.finditer(linje):
        merke = treff[0]
        if merke == "**" and not fet and "**" not in linje[treff.end() :]:
            continue
        if merke != "**" and not flett:
            continue
        _legg_til(biter, linje[sist : treff.start()], fet=fet)
        sist = treff.end()
        if merke == "**":
            fet = not fet
        elif len(merke) > 1 and merke not in ("{{", "}}"):
            biter.append(Bit(merke[1:-1].strip(), fet, felt=True))
        else:
            _legg_til(biter, merke[0], fet=fet)
    _legg_til(biter, linje[sist:], fet=fet)
    return tuple(biter)


def _legg_til(biter: list[Bit], tekst: str, *, fet: bool) -> None:
    if not tekst:
        return
    if biter and biter[-1].fet == fet and not biter[-1].felt:
        biter[-1] = Bit(biter[-1].tekst + tekst, fet)
    else:
        biter.append(Bit(tekst, fet))


# --- Checking a template ---
def finn_feil(tekst: str, kjente: Collection[str], *, en_linje: bool = False) -> list[Funn]:
    """Return what is wrong in a text of a template, in order. `kjente` are the fields it may use."""
    renset = rens(tekst)
    if not renset:
        return [Funn(Tekstfeil.TOM, 1)]
    funn = [f for nr, linje in enumerate(renset.split("\n"), 1) for f in _feil_i_linje(linje, nr, kjente)]
    if en_linje and "\n" in renset:
        funn.append(Funn(Tekstfeil.FLERE_LINJER, 2))
    return funn


def _feil_i_linje(linje: str, nr: int, kjente: Collection[str]) -> list[Funn]:
    funn = []
    for treff in _MERKE.finditer(linje):
        merke = treff[0]
        if merke == "{":
            funn.append(Funn(Tekstfeil.AAPEN_KLAMME, nr, linje[treff.start() :][:30]))
        elif merke == "}":
            funn.append(Funn(Tekstfeil.LUKKET_KLAMME, nr, linje[: treff.end()][-30:]))
        elif merke[0] == "{" and merke != "{{" and merke[1:-1].strip() not in kjente:
            funn.append(Funn(Tekstfeil.UKJENT_FELT, nr, merke[1:-1].strip()))
    if linje.count("**") % 2:
        funn.append(Funn(Tekstfeil.AAPEN_FET, nr))
    return funn


def felt_i(*tekster: str) -> set[str]:
    """Return the merge fields that the texts use."""
    merker = (merke for tekst in tekster for merke in _MERKE.findall(tekst))
    navn = (m[1:-1].strip() for m in merker if m[0] == "{" and m not in ("{", "{{"))
    return {n for n in navn if _FELTNAVN.fullmatch(n)}


# --- Merging ---
def flett_linje(tekst: str, verdier: Mapping[str, str]) -> str:
    """Return a heading with its fields merged, without markup. Raises KeyError for a field without value."""
    biter = les_biter(" ".join(rens(tekst).split("\n")), flett=True)
    return "".join(rens(verdier[b.tekst]) if b.felt else b.tekst for b in biter)


def flett(blokker: tuple[Blokk, ...], verdier: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the blocks as data for the typesetter. Raises KeyError for a field without value."""
    return [
        {"slag": "liste", "punkter": [_biter(punkt, verdier) for punkt in b.punkter]}
        if isinstance(b, Liste)
        else {"slag": "avsnitt", "biter": _biter(b.biter, verdier)}
        for b in blokker
    ]


def _biter(biter: tuple[Bit, ...], verdier: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"tekst": rens(verdier[b.tekst]) if b.felt else b.tekst, "fet": b.fet} for b in biter]
