"""«Hvorfor 24?»: the exact steps from the base amount to the number. They always sum to it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bosetting.rules.glatt import glatt
from bosetting.rules.grenser import Grenser
from bosetting.rules.grunnlag import Forutsetninger, Kommunegrunnlag, Ledd
from bosetting.rules.noekkel import Noekler


def foss(
    spurte: Sequence[Kommunegrunnlag],
    f: Forutsetninger,
    n: Noekler,
    alle: Sequence[Grenser],
    x: Sequence[int],
) -> list[tuple[Ledd, ...]]:
    """Return the steps of each municipality.

    Base amount; the share of the rest by population; what each criterion adds or takes; what all the others'
    criteria take («normalisering»); what limits, here and elsewhere, move («grenser»); rounding.
    """
    folk = sum(k.folketall for k in spurte)
    fri = f.ramme - f.grunntall * len(spurte)
    holdt = _innenfor_grensene(n, alle, x, f.ramme)
    ut = []
    for i, k in enumerate(spurte):
        # felles is Σ p·m times the denominator of m
        per_m = Fraction(fri * k.folketall, n.felles)
        etter_folketall = Fraction(fri * k.folketall, folk)
        ledd = [Ledd("grunntall", Fraction(f.grunntall)), Ledd("folketall", etter_folketall)]
        ledd += [
            Ledd("kriterium", per_m * bidrag, navn)
            for navn, bidrag in zip(f.vekter, n.tillegg[i], strict=True)
        ]
        ledd.append(Ledd("normalisering", per_m * n.nevner - etter_folketall))
        ledd.append(Ledd("grenser", holdt[i] - n.t(i)))
        ledd.append(Ledd("avrunding", x[i] - holdt[i]))
        ut.append(tuple(ledd))
    return ut


def _innenfor_grensene(n: Noekler, alle: Sequence[Grenser], x: Sequence[int], ramme: int) -> list[Fraction]:
    """Return the answer inside the bounds before rounding; a key of 0 leaves only what the bounds gave."""
    med = [i for i, tall in enumerate(n.tall) if tall]
    ut = [Fraction(antall) for antall in x]
    rest = ramme - sum(antall for i, antall in enumerate(x) if not n.tall[i])
    holdt = glatt(
        [Fraction(n.tall[i]) for i in med],
        [alle[i].nedre for i in med],
        [alle[i].oevre for i in med],
        rest,
    )
    for i, y in zip(med, holdt, strict=True):
        ut[i] = y
    return ut
