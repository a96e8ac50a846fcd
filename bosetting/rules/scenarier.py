"""The same round calculated in other ways, to be held against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from bosetting.rules.grenser import grenser
from bosetting.rules.grunnlag import Forutsetninger, Kommunegrunnlag, rang
from bosetting.rules.modell import beregn
from bosetting.rules.webster import Umulig, fordel

Scenariotype = Literal["modell", "folketall", "i_fjor", "kapasitet", "lavt", "hoeyt", "uten", "dansk"]
# A low and a high need: a fifth less and more than the frame.
BEHOV = Fraction(1, 5)


@dataclass(frozen=True)
class Scenario:
    """One way and its numbers by municipality; `umulig` when its limits cannot be kept, and then no numbers.

    `kriterium`: the criterion that is left out, for «uten».
    """

    slag: Scenariotype
    ramme: int
    antall: Mapping[str, int]
    kriterium: str = ""
    umulig: Umulig | None = None


def scenarier(
    kommuner: Sequence[Kommunegrunnlag],
    f: Forutsetninger,
    innvandrere: Mapping[str, int] | None = None,
) -> list[Scenario]:
    """Return the ways there are figures for; the limits of the round hold in all of them.

    Args:
        innvandrere: immigrants by municipality, for the Danish key; left out when somebody asked is missing.

    Raises Ugyldig as `beregn`.
    """
    ut = [
        _modell("modell", kommuner, f),
        _modell("folketall", kommuner, replace(f, grunntall=0, vekter={})),
    ]
    ut += [s for s in (i_fjor(kommuner, f), kapasitet(kommuner, f)) if s]
    ut += [_behov("lavt", kommuner, f, 1 - BEHOV), _behov("hoeyt", kommuner, f, 1 + BEHOV)]
    for navn in f.vekter:
        uten = {k: v for k, v in f.vekter.items() if k != navn}
        ut.append(_modell("uten", kommuner, replace(f, vekter=uten), navn))
    if innvandrere is not None and (dansk := _dansk(kommuner, f, innvandrere)):
        ut.append(dansk)
    return ut


def i_fjor(kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger) -> Scenario | None:
    """Scale last year's numbers, the tool of a revision midway; None when there are none.

    Nobody gets more than last year when the frame is no larger; those who were not asked then get none.
    """
    med = [k for k in kommuner if k.spurt and k.forrige]
    if not med:
        return None
    sist = [k.forrige or 0 for k in med]
    mindre = f.ramme <= sum(sist)
    nedre = [min(f.minstetall, n) for n in sist]
    oevre: list[int | None] = [n if mindre else None for n in sist]
    return _med_noekler("i_fjor", med, list(sist), f, nedre, oevre)


def kapasitet(kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger) -> Scenario | None:
    """Distribute by capacity and wish alone; None when nobody has told.

    Those who have not told count with the others' capacity per inhabitant.
    """
    spurte = [k for k in kommuner if k.spurt]
    sagt = {k.nummer: n for k in spurte if (n := _sagt(k)) is not None}
    folk = sum(k.folketall for k in spurte if k.nummer in sagt)
    if not folk:
        return None
    snitt = Fraction(sum(sagt.values()), folk)
    noekler = [Fraction(sagt.get(k.nummer, k.folketall * snitt)) for k in spurte]
    return _med_noekler("kapasitet", spurte, noekler, f)


def _sagt(k: Kommunegrunnlag) -> int | None:
    """Return the most the municipality itself has told, the lesser of capacity and wish."""
    return min((n for n in (k.hoeyst, k.oenske_hoeyst) if n is not None), default=None)


def danske_noekler(folketall: Sequence[int], innvandrere: Sequence[int]) -> list[Fraction]:
    """Return twice the share of the population minus the share of the immigrants; below zero is zero.

    Source: bekendtgørelse om boligplacering af flygtninge § 4 (Denmark), without family reunification.
    """
    folk, inn = sum(folketall), sum(innvandrere)
    return [
        max(Fraction(0), Fraction(2 * p, folk) - (Fraction(i, inn) if inn else 0))
        for p, i in zip(folketall, innvandrere, strict=True)
    ]


def _dansk(
    kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger, innvandrere: Mapping[str, int]
) -> Scenario | None:
    spurte = [k for k in kommuner if k.spurt]
    if not spurte or any(k.nummer not in innvandrere for k in spurte):
        return None
    noekler = danske_noekler([k.folketall for k in spurte], [innvandrere[k.nummer] for k in spurte])
    return _med_noekler("dansk", spurte, noekler, f)


def _behov(
    slag: Scenariotype, kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger, andel: Fraction
) -> Scenario:
    """Another frame, rounded half up, and the minors by the same share."""
    ramme, em = (int(n * andel + Fraction(1, 2)) for n in (f.ramme, f.em_ramme))
    grunntall = min(f.grunntall, ramme // max(1, sum(k.spurt for k in kommuner)))
    return _modell(slag, kommuner, replace(f, ramme=ramme, em_ramme=em, grunntall=grunntall))


def _modell(
    slag: Scenariotype, kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger, kriterium: str = ""
) -> Scenario:
    try:
        return Scenario(slag, f.ramme, beregn(kommuner, f).antall(), kriterium)
    except Umulig as feil:
        return Scenario(slag, f.ramme, {}, kriterium, feil)


def _med_noekler(
    slag: Scenariotype,
    spurte: Sequence[Kommunegrunnlag],
    noekler: Sequence[Fraction | int],
    f: Forutsetninger,
    nedre: Sequence[int] | None = None,
    oevre: Sequence[int | None] | None = None,
) -> Scenario:
    """Distribute by keys of its own, within the round's limits unless others are given."""
    alle = [grenser(k, f) for k in spurte]
    nedre = [g.nedre for g in alle] if nedre is None else nedre
    oevre = [g.oevre for g in alle] if oevre is None else oevre
    try:
        x = fordel(noekler, nedre, oevre, f.ramme, [rang(k) for k in spurte])
    except Umulig as feil:
        return Scenario(slag, f.ramme, {}, umulig=feil)
    return Scenario(slag, f.ramme, {k.nummer: n for k, n in zip(spurte, x, strict=True)})
