"""IMDi's figures for the county, read from the file the system carries."""

from __future__ import annotations

import csv
from pathlib import Path

from bosetting.rules.etterproeving import Runde

FIL = Path(__file__).parent / "data" / "trondelag.csv"
FASTE = ("kommunenummer", "kommunenavn", "innbyggere_2026")


def les_runder(fil: Path = FIL) -> tuple[dict[str, int], list[Runde]]:
    """Return inhabitants by municipality, and the rounds in order; see data/KILDER.md.

    `:` (suppressed), `-` (not asked) and 0 leave the municipality out of the round.
    """
    with fil.open(encoding="utf-8", newline="") as aapen:
        rader = list(csv.DictReader(aapen))
    folketall = {rad["kommunenummer"]: int(rad["innbyggere_2026"]) for rad in rader}
    runder = []
    for navn in (n for n in rader[0] if n not in FASTE):
        aar, _, versjon = navn.partition("_")
        tall = {r["kommunenummer"]: int(r[navn]) for r in rader if r[navn] not in (":", "-", "0")}
        runder.append(Runde(int(aar), versjon, tall))
    return folketall, runder
