"""Tables of Statistics Norway as JSON-stat 2 (PxWeb)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from regionalt.kunnskap.formater.felles import (
    MANGLER,
    UNDERTRYKT,
    Celle,
    Feil,
    Lest,
    Merke,
    Radfeil,
    Tallrad,
    Ulesbar,
    les_aar,
)


@dataclass(frozen=True)
class Ssbtabell:
    """A table: what it is about, and the one code of each variable that is asked for beside place and year.

    `alle_steder`: ask for every place it has (its municipalities may be older than today's).
    `ubekreftet`: not known whether it is still as described, or still published.
    """

    indikator: str
    valg: Mapping[str, str]
    alle_steder: bool = False
    ubekreftet: bool = False


# The codes of 07459, 06445 and 09817 are those Telemark county asks with (github.com/evensrii/Telemark);
# immigrants (B), all countries (999), as a share. Those of 10824 IMDi asked with in 2016 (both sexes, ended
# one year before, in work or education, in per cent).
TABELLER = {
    "07459": Ssbtabell("folketall", {"ContentsCode": "Personer1"}),
    "06445": Ssbtabell("sysselsatte_andel", {"Alder": "15-74"}),
    "09817": Ssbtabell(
        "innvandrere_andel", {"InnvandrKat": "B", "Landbakgrunn": "999", "ContentsCode": "AndelBefolkning"}
    ),
    "10824": Ssbtabell(
        "intro_resultat",
        {"Kjonn": "0", "IntroAvbrudd": "01", "Arbeidsmarkedsstatus": "1", "ContentsCode": "DeltakereProg1"},
        alle_steder=True,
        ubekreftet=True,
    ),
}
# counts can be added over sex and age; shares cannot
_SUMMERES = ("folketall",)
_REGION = re.compile(r"^(?:K[-_.])?(\d{4})$")
# SSB's signs: «:» may not be shown, «.» does not apply, «..» is missing
_UTEN_VISNING = ":"


@dataclass(frozen=True)
class _Tabell:
    """A data set: its dimensions in order, the codes of each, the values and their signs."""

    dimensjoner: list[str]
    koder: list[list[str]]
    verdier: Any
    tegn: Mapping[str, str]


def kjenner(tekst: str) -> bool:
    """Return True when a text looks like JSON."""
    return tekst.lstrip()[:1] == "{"


def les(tekst: str, *, indikator: str = "") -> Lest:
    """Read a data set: one figure per municipality and year.

    Args:
        indikator: what it is about, when the table is not one of those known.

    Raises:
        Ulesbar: no JSON-stat, no region or time, more than one value per municipality and year, or a known
            table with another choice than the one meant.
    """
    try:
        data = json.loads(tekst, parse_float=Decimal)
    except ValueError as feil:
        raise Ulesbar(Feil.IKKE_JSON) from feil
    if not isinstance(data, dict) or not {"id", "size", "dimension", "value"} <= data.keys():
        raise Ulesbar(Feil.UKJENT_FORMAT, "JSON-stat 2")
    kjent = TABELLER.get(_tabellnummer(data))
    kode = indikator or (kjent.indikator if kjent else "")
    if not kode:
        raise Ulesbar(Feil.MANGLER_INDIKATOR, _tabellnummer(data))
    tabell = _tabell(data)
    lest = _les(tabell, kode)
    if kjent and not indikator:
        _krev_valget(tabell, kjent.valg)
    return lest


def _krev_valget(tabell: _Tabell, valg: Mapping[str, str]) -> None:
    """Refuse a table with one other code than the one that is meant: other people, or a count for a share."""
    for navn, koder in zip(tabell.dimensjoner, tabell.koder, strict=True):
        if len(koder) == 1 and koder[0] != valg.get(navn, koder[0]):
            raise Ulesbar(Feil.ANNET_UTVALG, f"{navn} {koder[0]}, {valg[navn]}")


def _tabellnummer(data: Mapping[str, Any]) -> str:
    """Return the number of the table: from the extension, or from the label."""
    px = (data.get("extension") or {}).get("px") or {}
    nummer = str(px.get("tableid") or "")
    funnet = re.match(r"^(\d{5})", nummer or str(data.get("label", "")))
    return funnet.group(1) if funnet else ""


def _tabell(data: Mapping[str, Any]) -> _Tabell:
    koder = []
    for navn in data["id"]:
        indeks = data["dimension"][navn]["category"].get("index") or {}
        if isinstance(indeks, list):
            koder.append([str(k) for k in indeks])
        else:
            koder.append(sorted(indeks, key=lambda k: int(indeks[k])) or [""])
    tegn = data.get("status") or {}
    if isinstance(tegn, list):
        tegn = {str(i): t for i, t in enumerate(tegn) if t}
    return _Tabell([str(n) for n in data["id"]], koder, data["value"], tegn)


def _les(tabell: _Tabell, indikator: str) -> Lest:
    sted, tid = _plass(tabell, "Region"), _plass(tabell, "Tid")
    andre = [len(k) for i, k in enumerate(tabell.koder) if i not in (sted, tid)]
    if any(n > 1 for n in andre) and indikator not in _SUMMERES:
        raise Ulesbar(Feil.FLERE_VERDIER, ", ".join(_flere(tabell, sted, tid)))
    lest = Lest()
    celler: dict[tuple[str, int], Celle] = {}
    for nr, (koder, celle) in enumerate(_cellene(tabell)):
        region, aar = _REGION.match(koder[sted]), les_aar(koder[tid])
        if region is None:
            continue
        if aar is None:
            lest.feil.append(Radfeil(nr + 1, "Tid", Feil.IKKE_AAR, koder[tid]))
            continue
        noekkel = (region.group(1), aar)
        celler[noekkel] = _legg_sammen(celler.get(noekkel), celle)
    lest.rader = [Tallrad(n, indikator, aar, "", c, nr) for nr, ((n, aar), c) in enumerate(celler.items(), 1)]
    return lest


def _plass(tabell: _Tabell, navn: str) -> int:
    if navn not in tabell.dimensjoner:
        raise Ulesbar(Feil.MANGLER_KOLONNE, navn)
    return tabell.dimensjoner.index(navn)


def _flere(tabell: _Tabell, sted: int, tid: int) -> list[str]:
    pakke = enumerate(zip(tabell.dimensjoner, tabell.koder, strict=True))
    return [navn for i, (navn, koder) in pakke if i not in (sted, tid) and len(koder) > 1]


def _cellene(tabell: _Tabell) -> Iterator[tuple[tuple[str, ...], Celle]]:
    """Yield the codes and the cell of each value, in the order of the data set."""
    liste = isinstance(tabell.verdier, list)
    for nr, koder in enumerate(product(*tabell.koder)):
        verdi = (
            (tabell.verdier[nr] if nr < len(tabell.verdier) else None)
            if liste
            else tabell.verdier.get(str(nr))
        )
        yield koder, _celle(verdi, tabell.tegn.get(str(nr), ""))


def _celle(verdi: Any, tegn: str) -> Celle:
    if tegn == _UTEN_VISNING:
        return UNDERTRYKT
    if verdi is None or tegn:
        return MANGLER
    return Celle(Merke.VERDI, Decimal(str(verdi)))


def _legg_sammen(foer: Celle | None, celle: Celle) -> Celle:
    """Return the sum; what is hidden or missing in one part, is so in the whole."""
    if foer is None:
        return celle
    if foer.verdi is None or celle.verdi is None:
        return foer if foer.verdi is None else celle
    return Celle(Merke.VERDI, foer.verdi + celle.verdi)
