"""Judges the coverage `make test` has measured: `python -m tests.dekning`.

Every line and branch of rules, actions and the grants engine; 90 % of all else. Local services are proven by
start tests (other processes, which are not measured).
"""

import fnmatch
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from coverage import Coverage

ROT = Path(__file__).resolve().parent.parent
HELT = (
    "*/rules.py",
    "*/rules/*.py",
    "*/actions.py",
    "*/actions/*.py",
    "tilskudd/motor.py",
    "tilskudd/motor/*.py",
)
ELLERS = 90.0


def uten_maaling(rot: Path, kilder: list[str]) -> list[str]:
    """Return top-level packages that `[tool.coverage.run] source` forgets."""
    pakker = {p.parent.name for p in rot.glob("*/__init__.py")}
    return sorted(pakker - set(kilder) - {"tests", "benchmarks", "scripts"})


def mangler(filer: dict[str, Any]) -> list[str]:
    """Return one line per file that must be covered wholly and is not."""
    feil = []
    for navn, fil in sorted(filer.items()):
        if any(fnmatch.fnmatch(navn, moenster) for moenster in HELT) and (
            fil["missing_lines"] or fil["missing_branches"]
        ):
            grener = ", ".join(f"{fra}→{til}" for fra, til in fil["missing_branches"])
            feil.append(f"{navn}: linjer {fil['missing_lines']} grener [{grener}]")
    return feil


def resten(filer: dict[str, Any]) -> float:
    """Return the per cent covered (lines and branches) of the files that need not be whole."""
    dekket = alle = 0
    for navn, fil in filer.items():
        if not any(fnmatch.fnmatch(navn, moenster) for moenster in HELT):
            s = fil["summary"]
            dekket += s["covered_lines"] + s.get("covered_branches", 0)
            alle += s["num_statements"] + s.get("num_branches", 0)
    return 100 * dekket / alle if alle else 100.0


def maalt() -> tuple[dict[str, Any], list[str]]:
    """Read `.coverage`; return its files and the measured packages."""
    dekning = Coverage()
    dekning.load()
    with tempfile.TemporaryDirectory() as mappe:
        ut = Path(mappe) / "dekning.json"
        dekning.json_report(outfile=str(ut))
        filer: dict[str, Any] = json.loads(ut.read_text())["files"]
    return filer, list(dekning.get_option("run:source") or [])  # type: ignore[arg-type]


def main() -> int:
    """Print the judgement; return the exit code."""
    filer, kilder = maalt()
    feil = [f"pakken {navn} måles ikke (pyproject.toml)" for navn in uten_maaling(ROT, kilder)]
    feil += mangler(filer)
    andel = resten(filer)
    if andel < ELLERS:
        svakest = sorted(filer.items(), key=lambda f: f[1]["summary"]["percent_covered"])[:10]
        feil += [f"{navn}: {fil['summary']['percent_covered']:.0f} %" for navn, fil in svakest]
        feil.append(f"Resten: {andel:.1f} % dekket, kravet er {ELLERS:.0f} %")
    godt = f"Dekning: i orden (regler og handlinger helt, resten {andel:.1f} %)"
    sys.stdout.write("\n".join(["Dekning: FEIL", *feil] if feil else [godt]) + "\n")
    return 1 if feil else 0


if __name__ == "__main__":
    sys.exit(main())
