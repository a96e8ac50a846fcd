"""The nearest counterfactual: the least that gives another number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bosetting.rules.grunnlag import Fordeling, Forutsetninger, Kommunegrunnlag, Linje
from bosetting.rules.modell import beregn
from bosetting.rules.webster import Umulig

Motstykketype = Literal["laas", "oevre", "nedre", "ramme"]


@dataclass(frozen=True)
class Motstykke:
    """With `til` instead of `fra`, the number is `antall`.

    `slag`: without the lock («til» is None), with another upper or lower bound, or with another frame.
    """

    slag: Motstykketype
    fra: int
    til: int | None
    antall: int


def motstykke(
    kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger, fordeling: Fordeling, nummer: str
) -> Motstykke | None:
    """Return the nearest counterfactual of a municipality that is asked; None when nothing near changes it.

    The limit that binds is moved by one; where none binds, the frame is raised until the number is one more.
    """
    linje = fordeling.linje(nummer)
    uten_em = replace(f, em_ramme=0)
    if linje.grense == "laas":
        return _proev("laas", linje.antall, None, _bytt(kommuner, nummer, laas=None), uten_em, nummer)
    if not linje.grense:
        return _mer_ramme(kommuner, uten_em, linje)
    opp = linje.antall == linje.oevre
    ny = linje.antall + (1 if opp else -1)
    slag: Motstykketype = "oevre" if opp else "nedre"
    # the new bound takes the place of all the municipality's limits on that side
    andre = linje.nedre if opp else linje.oevre
    byttet = _bytt(
        kommuner,
        nummer,
        forrige=None,
        oenske_hoeyst=None,
        hoeyst=ny if opp else andre,
        minst=andre if opp else ny,
    )
    return _proev(slag, linje.antall, ny, byttet, uten_em, nummer)


def _bytt(kommuner: Sequence[Kommunegrunnlag], nummer: str, **felt: int | None) -> list[Kommunegrunnlag]:
    return [replace(k, **felt) if k.nummer == nummer else k for k in kommuner]  # type: ignore[arg-type]


def _proev(
    slag: Motstykketype,
    fra: int,
    til: int | None,
    kommuner: Sequence[Kommunegrunnlag],
    f: Forutsetninger,
    nummer: str,
) -> Motstykke | None:
    """Calculate with the change; None when it gives nothing, or nothing new."""
    try:
        antall = beregn(kommuner, f).linje(nummer).antall
    except Umulig:
        return None
    return None if antall == fra else Motstykke(slag, fra, til, antall)


def _mer_ramme(kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger, linje: Linje) -> Motstykke | None:
    """Find the least larger frame that gives one more, by halving; at most half as much again is near."""
    lav, hoey = f.ramme, f.ramme + f.ramme // 2 + 1
    beste: Motstykke | None = None
    while hoey - lav > 1:
        midt = (lav + hoey) // 2
        try:
            antall = beregn(kommuner, replace(f, ramme=midt)).linje(linje.nummer).antall
        except Umulig:  # more than the limits hold
            hoey = midt
            continue
        if antall > linje.antall:
            beste, hoey = Motstykke("ramme", f.ramme, midt, antall), midt
        else:
            lav = midt
    return beste
