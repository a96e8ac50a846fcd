"""Judges what `tests/maaling.py` has measured: `python -m tests.dekning`.

Every statement and choice of rules, actions and the grants engine; 90 % of all else.
"""

from __future__ import annotations

import fnmatch
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.maaling import ROT, TREFF, filer, merket

HELT = (
    "*/rules.py",
    "*/rules/*.py",
    "*/actions.py",
    "*/actions/*.py",
    "tilskudd/motor.py",
    "tilskudd/motor/*.py",
)
ELLERS = 90.0


@dataclass(frozen=True)
class Maalt:
    """A file: how many statements and choices it has, and which of them no test ran."""

    navn: str
    alle: int
    mangler: tuple[str, ...]

    @property
    def skal_vaere_hel(self) -> bool:
        return any(fnmatch.fnmatch(self.navn, moenster) for moenster in HELT)

    @property
    def andel(self) -> float:
        return prosent([self])


def prosent(maalte: Iterable[Maalt]) -> float:
    """Return how much of the files is run."""
    alle = mangler = 0
    for maalt in maalte:
        alle += maalt.alle
        mangler += len(maalt.mangler)
    return 100 * (alle - mangler) / alle if alle else 100.0


def maalt(rot: Path = ROT, treff: Path = TREFF) -> list[Maalt]:
    """Read what each process left; return all our files, also those that nobody imported."""
    satt: dict[str, set[int]] = {}
    for fil in treff.glob("*.json"):
        for navn, numre in json.loads(fil.read_text()).items():
            satt.setdefault(navn, set()).update(numre)
    ut = []
    for navn in filer(rot):
        _, punkter = merket((rot / navn).read_text(encoding="utf-8"))
        mangler = tuple(p for nr, p in enumerate(punkter) if nr not in satt.get(navn, ()))
        ut.append(Maalt(navn, len(punkter), mangler))
    return ut


def feilene(maalte: list[Maalt]) -> list[str]:
    """Return one line per fault: each file that must be whole and is not, and too little of the rest."""
    feil = [f"{m.navn}: {', '.join(m.mangler)}" for m in maalte if m.skal_vaere_hel and m.mangler]
    resten = [m for m in maalte if not m.skal_vaere_hel]
    if (andel := prosent(resten)) < ELLERS:
        svakest = sorted(resten, key=lambda m: m.andel)[:10]
        feil += [f"{m.navn}: {m.andel:.0f} %" for m in svakest]
        feil.append(f"Resten: {andel:.1f} % dekket, kravet er {ELLERS:.0f} %")
    return feil


def main() -> int:
    """Print the judgement; return the exit code."""
    maalte = maalt()
    feil = feilene(maalte)
    andel = prosent(m for m in maalte if not m.skal_vaere_hel)
    godt = f"Dekning: i orden (regler og handlinger helt, resten {andel:.1f} %)"
    galt = ["Dekning: FEIL (12: linjen er ikke kjørt; 12→: valget går aldri forbi)", *feil]
    sys.stdout.write("\n".join(galt if feil else [godt]) + "\n")
    return 1 if feil else 0


if __name__ == "__main__":
    sys.exit(main())
