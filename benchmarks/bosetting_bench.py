"""The settlement: one calculation for the whole country, and two hundred draws of weights for a county."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from fractions import Fraction

from benchmarks.rapport import Rapport
from bosetting.rules.modell import Forutsetninger, Kommunegrunnlag, beregn
from bosetting.rules.robusthet import TREKNINGER, Omregning, effektiv_vekt, intervaller

RUNDER = 5
FROE = 38


def kjoer(skriv: Rapport) -> None:
    """Measure."""
    fylket, landet = _kommuner(38), _kommuner(357)
    f, hele = _forutsetninger(1583), _forutsetninger(13_000)
    en, alle = _minst(lambda: beregn(fylket, f)), _minst(lambda: beregn(landet, hele))
    trekk = _minst(lambda: intervaller(Omregning(fylket, f)))
    vekt = _minst(lambda: effektiv_vekt(Omregning(fylket, f)))
    skriv.overskrift("Settlement: municipalities, four criteria, exact arithmetic")
    for hva, sekunder, grense in (
        (f"38 municipalities, 1 583 persons, {TREKNINGER} draws of weights: seconds", trekk, 1.0),
        ("357 municipalities, 13 000 persons, one calculation with its steps: seconds", alle, 0.3),
    ):
        skriv.forhold(
            hva, sekunder, krav=f"< {grense:g} s", holder=sekunder < grense, tider=f"{sekunder * 1000:.0f} ms"
        )
    skriv.forhold(
        "357 / 38 municipalities", alle / en, krav="≤ 20 × time", holder=alle <= 20 * en,
        tider=f"{en * 1000:.1f} ms → {alle * 1000:.1f} ms; the weight of each criterion {vekt * 1000:.1f} ms",
    )  # fmt: skip


def _kommuner(antall: int) -> list[Kommunegrunnlag]:
    """Return invented municipalities: most of them small, a third with a cap, all with four criteria."""
    tilfeldig = random.Random(FROE)
    return [
        Kommunegrunnlag(
            nummer=f"{1000 + nr}",
            folketall=tilfeldig.randint(900, 20_000) * (10 if tilfeldig.random() < 0.1 else 1),
            z={k: Fraction(tilfeldig.randint(-100, 100), 100) for k in "abcd"},
            spurt=tilfeldig.random() > 0.07,
            hoeyst=tilfeldig.choice([None, None, 100]),
        )
        for nr in range(antall)
    ]


def _forutsetninger(ramme: int) -> Forutsetninger:
    vekter = {"a": Fraction(1, 5), "b": Fraction(3, 20), "c": Fraction(1, 10), "d": Fraction(1, 20)}
    return Forutsetninger(ramme, grunntall=10, vekter=vekter)


def _minst(arbeid: Callable[[], object]) -> float:
    """Return the least seconds of several rounds."""
    tider = []
    for _ in range(RUNDER):
        start = time.perf_counter()
        arbeid()
        tider.append(time.perf_counter() - start)
    return min(tider)
