"""Does a table say the right year? Its requests are held against those known of other years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from regionalt.kunnskap.formater.felles import Lest, Merke, Tallrad

# fewer municipalities than this may be equal by chance
FAA = 5
# (year, version) → municipality → request
Kjent = Mapping[tuple[int, str], Mapping[str, Decimal]]


@dataclass(frozen=True)
class Aarsproblem:
    """What a file says, and the year its values are equal to; or else the year that was chosen."""

    sier: int
    lik: int | None
    valgt: int | None = None


def kontroller(lest: Lest, valgt: int | None, kjente: Kjent) -> Aarsproblem | None:
    """Return what is wrong with the year of a table, or None.

    Args:
        valgt: the year that was chosen, when one was.
    """
    like = _like_aar(lest.rader, kjente)
    for aar, aarene in like.items():
        if aarene and aar not in aarene:
            return Aarsproblem(aar, max(aarene))
    if valgt is None or lest.aar_i_filen in (None, valgt) or like.get(valgt):
        return None
    return Aarsproblem(lest.aar_i_filen or valgt, None, valgt)


def _like_aar(rader: Iterable[Tallrad], kjente: Kjent) -> dict[int, set[int]]:
    """Return year in the file → the years whose requests all its values are equal to.

    A municipality that was not asked counts as none asked: sources write «0» and «-» for the same.
    """
    per_aar: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for rad in rader:
        if rad.indikator == "anmodning" and rad.celle.merke in (Merke.VERDI, Merke.IKKE_SPURT):
            per_aar[rad.aar][rad.nummer] = rad.celle.verdi or Decimal(0)
    return {
        aar: {kjent for (kjent, _v), deres in kjente.items() if _like(verdier, deres)}
        for aar, verdier in per_aar.items()
    }


def _like(verdier: Mapping[str, Decimal], deres: Mapping[str, Decimal]) -> bool:
    felles = verdier.keys() & deres.keys()
    spurte = [n for n in felles if deres[n]]
    return len(spurte) >= FAA and all(verdier[n] == deres[n] for n in felles)
