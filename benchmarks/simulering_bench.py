"""The robustness of runs: many lives with a fault at every step, each equal to the same life undisturbed."""

from __future__ import annotations

import logging
import os
import time

from benchmarks import befolkning
from benchmarks.rapport import Rapport

FROE = 200
# Every so many lives the workers are processes of their own, killed with signal 9.
EKTE_HVER = 10


def kjoer(rapport: Rapport) -> None:
    """Live the lives, and print how many, how many steps, which faults, and how many differences."""
    from tests.tilskudd.runder import Runder, sett_satser
    from tests.tilskudd.simulering import Simulering

    antall = int(os.environ.get("BENCH_FROE", FROE))
    rapport.overskrift("Robustness of runs: faults at every step")
    befolkning.toem()
    sett_satser()
    simulering, forskjeller = Simulering(Runder()), list[str]()
    bok = simulering.bok
    logging.disable(logging.CRITICAL)
    start = time.perf_counter()
    for froe in range(antall):
        forskjeller += simulering.sammenlign(froe, ekte=froe % EKTE_HVER == 0)
        if froe % 20 == 19:
            print(f"  {froe + 1} of {antall} lives, {len(forskjeller)} differences", flush=True)
    brukt = time.perf_counter() - start
    logging.disable(logging.NOTSET)
    for rad in forskjeller[:10]:
        rapport(f"- {rad}")
    rapport.forhold(
        f"Differences in the books of {antall} lives (seeds 0–{antall - 1}) of three quarters",
        len(forskjeller), krav="0", holder=not forskjeller,
        tider=f"{bok.steg} steps, {sum(bok.feil.values())} faults, {bok.kill_9} by kill -9, {brukt:.0f} s",
    )  # fmt: skip
    rapport("\n".join(f"- {navn}: {nr}" for navn, nr in sorted(bok.feil.items())))
