"""From figures and judgements to z between −1 and 1: where a municipality stands among the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

# Results of few people say little: below this they lean towards the county's.
FAA = 20


def z(verdi: Fraction | int | None, alle: Iterable[Fraction | int | None]) -> Fraction | None:
    """Return (value − median) / (half of the span P10–P90), cut at −1 and 1.

    Missing or suppressed (None) gives None, which counts as 0 in the calculation, shown as missing. When
    all stand equal, all get 0.
    """
    kjente = sorted(Fraction(v) for v in alle if v is not None)
    if verdi is None or not kjente:
        return None
    halv = (persentil(kjente, 90) - persentil(kjente, 10)) / 2
    if not halv:
        return Fraction(0)
    return max(Fraction(-1), min(Fraction(1), (verdi - persentil(kjente, 50)) / halv))


def persentil(sortert: Sequence[Fraction], prosent: int) -> Fraction:
    """Return the percentile of sorted numbers, on the straight line between the two nearest."""
    sted = Fraction(prosent * (len(sortert) - 1), 100)
    under = int(sted)
    over = min(under + 1, len(sortert) - 1)
    return sortert[under] + (sortert[over] - sortert[under]) * (sted - under)


def vurdering(trinn: int | None) -> Fraction | None:
    """Return the z of a judgement 1–5: −1, −½, 0, ½, 1; None when there is none."""
    if trinn is None:
        return None
    if not 1 <= trinn <= 5:
        raise ValueError(trinn)
    return Fraction(trinn - 3, 2)


def krymp(verdi: Fraction, antall: int, snitt: Fraction) -> Fraction:
    """Return a result of `antall` people, drawn towards the county's when they are fewer than 20."""
    andel = Fraction(min(antall, FAA), FAA)
    return snitt + (verdi - snitt) * andel
