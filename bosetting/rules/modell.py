"""The calculation: keys, bounds, whole persons, minors among them, and the way to each number."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bosetting.rules.forklaring import foss
from bosetting.rules.grenser import Grenser, bindende, grenser, umulig
from bosetting.rules.grunnlag import (
    Fordeling,
    Forutsetninger,
    Grensetype,
    Kommunegrunnlag,
    Linje,
    Ugyldig,
    rang,
    sjekk,
)
from bosetting.rules.noekkel import noekler
from bosetting.rules.webster import Umulig, fordel, fordel_heltall

__all__ = [
    "Fordeling",
    "Forutsetninger",
    "Kommunegrunnlag",
    "Linje",
    "Ugyldig",
    "Umulig",
    "beregn",
    "i_rang",
    "personer",
]


def beregn(kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger) -> Fordeling:
    """Return a number per municipality, in the order they are given; those not asked get 0.

    Raises:
        Umulig: the limits cannot be kept (`hva` «em» when it is the minors' places that are too few).
        Ugyldig: assumptions that give no calculation.
    """
    sjekk(kommuner, f)
    spurte = i_rang(kommuner)
    hvem = [k for _, k in spurte]
    if hvem and not any(k.folketall for k in hvem):
        raise Ugyldig("folketall", "ingen")
    n, alle = noekler(hvem, f), [grenser(k, f) for k in hvem]
    x = personer(spurte, f, n.tall, alle)
    em, binder = _mindreaarige(hvem, x, f), bindende(n.tall, x, alle)
    stiger = foss(hvem, f, n, alle, x)
    linjer = {
        plass: Linje(k.nummer, x[i], em[i], n.t(i), alle[i].nedre, alle[i].oevre, binder[i], stiger[i])
        for i, (plass, k) in enumerate(spurte)
    }
    return Fordeling(tuple(linjer.get(i) or _ikke_spurt(k) for i, k in enumerate(kommuner)))


def i_rang(kommuner: Sequence[Kommunegrunnlag]) -> list[tuple[int, Kommunegrunnlag]]:
    """Return those asked with their place in the list, the first of equals first."""
    return sorted(((i, k) for i, k in enumerate(kommuner) if k.spurt), key=lambda par: rang(par[1]))


def _ikke_spurt(k: Kommunegrunnlag) -> Linje:
    ikke: Grensetype = ""
    return Linje(k.nummer, 0, 0, Fraction(0), 0, 0, ikke, ())


def personer(
    spurte: Sequence[tuple[int, Kommunegrunnlag]],
    f: Forutsetninger,
    q: Sequence[int],
    alle: Sequence[Grenser],
) -> list[int]:
    """Distribute the frame among those asked, by rank. Raises Umulig with its ways out."""
    try:
        return fordel(q, [g.nedre for g in alle], [g.oevre for g in alle], f.ramme)
    except Umulig as feil:
        raise umulig(feil.mangler, spurte, f, q) from feil


def _mindreaarige(spurte: Sequence[Kommunegrunnlag], x: Sequence[int], f: Forutsetninger) -> list[int]:
    """Distribute the minors by the numbers themselves, where there are places and never above the number."""
    plasser = [n if k.em_hoeyst is None else min(n, k.em_hoeyst) for k, n in zip(spurte, x, strict=True)]
    mangler = f.em_ramme - sum(plasser)
    if mangler > 0:
        raise Umulig(mangler, hva="em")
    return fordel_heltall(x, [0] * len(x), plasser, f.em_ramme)
