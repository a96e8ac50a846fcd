"""Municipalities that got a new number or were merged: figures of the old are carried to those of today.

Counts of merged municipalities are added. A share cannot be: it is missing, and says why.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regionalt.kunnskap.formater.felles import Celle, Feil, Merke, Tallrad, Ulesbar

# what stands where the new number would, for an area that was divided
DELT = "delt"
SLAATT_SAMMEN = "slått sammen"


@dataclass(frozen=True)
class Endring:
    """An old number and the one that took over (empty: it was divided), from a day (ISO)."""

    gammel: str
    ny: str
    fra: str
    kilde: str = ""


def les_fil(tekst: str) -> list[Endring]:
    """Return the changes of our own data file: gammel;ny;fra;kilde, and comments after «#»."""
    linjer = [linje for linje in tekst.splitlines() if linje and not linje.startswith("#")]
    rader = csv.DictReader(linjer, delimiter=";")
    return [Endring(r["gammel"], "" if r["ny"] == DELT else r["ny"], r["fra"], r["kilde"]) for r in rader]


def les_klass(tekst: str) -> list[Endring]:
    """Return the changes in an answer from Klass (classification 131, `changes.json`).

    An old number with more than one successor was divided.

    Raises:
        Ulesbar: it is no such answer.
    """
    try:
        rader = json.loads(tekst)["codeChanges"]
        par = [(str(r["oldCode"]), str(r["newCode"]), str(r["changeOccurred"])) for r in rader]
    except (ValueError, KeyError, TypeError) as feil:
        raise Ulesbar(Feil.UKJENT_FORMAT, "Klass") from feil
    nye: dict[tuple[str, str], set[str]] = defaultdict(set)
    for gammel, ny, dag in par:
        if gammel != ny:
            nye[gammel, dag].add(ny)
    return [Endring(g, n.pop() if len(n) == 1 else "", dag, "SSB Klass 131") for (g, dag), n in nye.items()]


def dagens(nummer: str, endringer: Mapping[str, str], kjent: Callable[[str], bool]) -> str | None:
    """Return the municipality of today an old number became; «» when it was divided, None when unknown."""
    sett = {nummer}
    while not kjent(nummer):
        if nummer not in endringer:
            return None
        nummer = endringer[nummer]
        if not nummer or nummer in sett:
            return ""
        sett.add(nummer)
    return nummer


def baer_fram(
    rader: Iterable[Tallrad],
    endringer: Sequence[Endring],
    kjent: Callable[[str], bool],
    kan_legges_sammen: Callable[[str], bool],
) -> tuple[list[Tallrad], list[Tallrad]]:
    """Return the figures of today's municipalities, and the rows that belong to none of them."""
    kart = {e.gammel: e.ny for e in sorted(endringer, key=lambda e: e.fra)}
    samlet: dict[tuple[str, str, int, str], list[Tallrad]] = defaultdict(list)
    uten = []
    for rad in rader:
        ny = dagens(rad.nummer, kart, kjent)
        if ny:
            samlet[ny, rad.indikator, rad.aar, rad.versjon].append(rad)
        else:
            uten.append(rad)
    forgjengere: dict[str | None, set[str]] = defaultdict(set)
    for gammel in kart:
        forgjengere[dagens(gammel, kart, kjent)].add(gammel)
    ut = []
    for (ny, indikator, *_resten), alle in samlet.items():
        deres = _i_bruk(ny, alle)
        # all of the old ones, or one by its own number: otherwise something is missing in the sum
        numre = {r.nummer for r in deres}
        hele = numre == {ny} or forgjengere[ny] <= numre
        ut.append(_sammen(ny, deres, kan_summeres=hele and kan_legges_sammen(indikator), hele=hele))
    return ut, uten


def _i_bruk(ny: str, rader: list[Tallrad]) -> list[Tallrad]:
    """Leave out the numbers that were not in use the year the figures are of.

    Statistics Norway lists all numbers there have been, and writes those as missing or 0.
    """
    egne = [r for r in rader if r.nummer == ny]
    gamle = [r for r in rader if r.nummer != ny]
    if egne and not any(map(_sier_noe, gamle)):
        return egne
    return rader if any(map(_sier_noe, egne)) else gamle or rader


def _sier_noe(rad: Tallrad) -> bool:
    return rad.celle.merke is not Merke.MANGLER and rad.celle.verdi != 0


def _sammen(ny: str, rader: list[Tallrad], *, kan_summeres: bool, hele: bool) -> Tallrad:
    foerste = replace(rader[0], nummer=ny)
    if len(rader) == 1 and hele:
        return foerste
    verdier = [r.celle.verdi for r in rader if r.celle.verdi is not None]
    if kan_summeres and len(verdier) == len(rader):
        return replace(foerste, celle=Celle(Merke.VERDI, sum(verdier[1:], verdier[0]), SLAATT_SAMMEN))
    merker = {r.celle.merke for r in rader}
    merke = merker.pop() if len(merker) == 1 and not verdier else Merke.MANGLER
    return replace(foerste, celle=Celle(merke, merknad=SLAATT_SAMMEN))
