"""Run every benchmark on a throwaway PostgreSQL and keep the ratios in `RESULTS.md`.

`python -m benchmarks [name …]` runs all, or those whose name holds one of the words; these write their own
sections of `RESULTS.md` anew and leave the rest. `--stor` adds a million persons.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path

import benchmarks
from benchmarks.rapport import Rapport
from benchmarks.tjener import tjener

RESULTATER = Path(__file__).parent / "RESULTS.md"


def main(ord_: list[str]) -> int:
    """Run the benchmarks; 1 when a ratio misses its limit."""
    navn = [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name.endswith("_bench")]
    valgte = [n for n in sorted(navn) if not ord_ or any(o in n for o in ord_)]
    rapport = Rapport()
    with tjener():
        for modul in valgte:
            importlib.import_module(f"benchmarks.{modul}").kjoer(rapport)
    # what is measured no more falls away when all is measured
    forrige = RESULTATER.read_text(encoding="utf-8") if ord_ else ""
    RESULTATER.write_text(rapport.markdown(forrige), encoding="utf-8")
    return 0 if rapport.alt_holder else 1


if __name__ == "__main__":
    os.environ["BENCH_STOR"] = "1" if "--stor" in sys.argv else ""
    sys.exit(main([a for a in sys.argv[1:] if not a.startswith("-")]))
