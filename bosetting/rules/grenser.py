"""The bounds of a municipality, which limit made each of them, and which of them binds.

When limits collide the first of these holds: lock, capacity, least, wish, band against last year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from bosetting.rules.grunnlag import Forutsetninger, Grensetype, Kommunegrunnlag
from bosetting.rules.webster import Endring, Umulig, Utvei, fordel

# The limits that can be moved, the loosest first.
FLYTTBARE: tuple[Grensetype, ...] = ("baand", "oenske", "minstetall", "tak", "laas")


@dataclass(frozen=True)
class Grenser:
    """The least and the most, and what each comes from; «oevre» None is without a limit."""

    nedre: int
    oevre: int | None
    nedre_fra: Grensetype = ""
    oevre_fra: Grensetype = ""


def grenser(k: Kommunegrunnlag, f: Forutsetninger) -> Grenser:
    """Return the bounds of a municipality that is asked."""
    if k.laas is not None:
        return Grenser(k.laas, k.laas, "laas", "laas")
    nedre = f.minstetall if k.minst is None else k.minst
    nedre_fra: Grensetype = "oenske" if nedre > f.minstetall else "minstetall"
    oevre, oevre_fra = k.hoeyst, "tak" if k.hoeyst is not None else ""
    if k.oenske_hoeyst is not None:
        oensket = max(k.oenske_hoeyst, nedre)
        if oevre is None or oensket < oevre:
            # a wish below the least gives way to it, so it is the least that decides
            oevre, oevre_fra = oensket, nedre_fra if k.oenske_hoeyst < nedre else "oenske"
    if oevre is not None and oevre < nedre:
        nedre, nedre_fra = oevre, "tak"
    return _med_baand(k, f, Grenser(nedre, oevre, nedre_fra, oevre_fra))  # type: ignore[arg-type]


def _med_baand(k: Kommunegrunnlag, f: Forutsetninger, g: Grenser) -> Grenser:
    """Draw the bounds in to the band around the last number, where the other limits leave room."""
    if f.baand is None or k.forrige is None:
        return g
    lavest = max(0, ceil(k.forrige * (1 - f.baand)))
    hoeyest = max(g.nedre, floor(k.forrige * (1 + f.baand)))
    if g.oevre is not None:
        lavest = min(lavest, g.oevre)
    if lavest > g.nedre:
        g = replace(g, nedre=lavest, nedre_fra="baand")
    if g.oevre is None or hoeyest < g.oevre:
        g = replace(g, oevre=hoeyest, oevre_fra="baand")
    return g


def bindende(q: Sequence[int], x: Sequence[int], alle: Sequence[Grenser]) -> list[Grensetype]:
    """Return, per row, the limit that keeps its number from being another; "" when none does.

    The rows stand by rank, the first of equals first. A cap binds when the row stands before the one who got
    the last person; a least binds when somebody stands before the row's own last person.
    """
    neste, siste = _neste_og_siste(q, x, alle)
    return [
        g.oevre_fra
        if g.oevre_fra == "laas" or (n == g.oevre and siste is not None and _sete(q, x, i, 1) < siste)
        else g.nedre_fra
        if n == g.nedre > 0 and neste is not None and neste < _sete(q, x, i, 0)
        else ""
        for i, (n, g) in enumerate(zip(x, alle, strict=True))
    ]


def _sete(q: Sequence[int], x: Sequence[int], i: int, ekstra: int) -> tuple[Fraction, int]:
    """Return where in the queue the row's last person stands, or its next (`ekstra` 1); least first."""
    return (Fraction(-2 * q[i], 2 * (x[i] + ekstra) - 1), i)


def _neste_og_siste(
    q: Sequence[int], x: Sequence[int], alle: Sequence[Grenser]
) -> tuple[tuple[Fraction, int] | None, tuple[Fraction, int] | None]:
    """Return the first place in the queue that was not given, and the last that was."""
    ledige = (_sete(q, x, i, 1) for i, g in enumerate(alle) if g.oevre is None or x[i] < g.oevre)
    gitte = (_sete(q, x, i, 0) for i, g in enumerate(alle) if x[i] > g.nedre)
    return min(ledige, default=None), max(gitte, default=None)


def umulig(
    mangler: int, spurte: Sequence[tuple[int, Kommunegrunnlag]], f: Forutsetninger, q: Sequence[int]
) -> Umulig:
    """Return the error with its ways out: another frame, each kind of limit that is enough, else all."""
    ut = [Utvei("ramme", (Endring(-1, f.ramme, f.ramme - mangler),))]
    enkle = [u for slag in FLYTTBARE if (u := _utvei(slag, (slag,), mangler, spurte, f, q))]
    ut += sorted(enkle, key=lambda u: len(u.endringer))
    if not enkle and (alt := _utvei("alle", FLYTTBARE, mangler, spurte, f, q)):
        ut.append(alt)
    return Umulig(mangler, tuple(ut))


def _utvei(
    slag: str,
    flyttes: Sequence[Grensetype],
    mangler: int,
    spurte: Sequence[tuple[int, Kommunegrunnlag]],
    f: Forutsetninger,
    q: Sequence[int],
) -> Utvei | None:
    """Move the limits of these kinds as little as it takes; None when that is not enough."""
    foer = [grenser(k, f) for _, k in spurte]
    uten = [_uten(flyttes, k, f) for _, k in spurte]
    nedre, oevre = [g.nedre for g in foer], [g.oevre for g in foer]
    if mangler > 0:
        fra = [tak or 0 for tak in oevre]
        nedre, oevre = fra, [_hoeyeste(g.oevre, n) for g, n in zip(uten, fra, strict=True)]
    else:
        fra = nedre
        nedre, oevre = [min(g.nedre, n) for g, n in zip(uten, fra, strict=True)], list[int | None](fra)
    try:
        til = fordel(q, nedre, oevre, f.ramme)
    except Umulig:
        return None
    endringer = (
        Endring(plass, a, b, k.nummer) for (plass, k), a, b in zip(spurte, fra, til, strict=True) if a != b
    )
    return Utvei(slag, tuple(endringer))


def _hoeyeste(a: int | None, b: int) -> int | None:
    return None if a is None else max(a, b)


def _uten(flyttes: Sequence[Grensetype], k: Kommunegrunnlag, f: Forutsetninger) -> Grenser:
    """Return the bounds without limits of these kinds."""
    if "baand" in flyttes:
        f = replace(f, baand=None)
    if "oenske" in flyttes:
        k = replace(k, oenske_hoeyst=None, minst=k.minst if (k.minst or 0) <= f.minstetall else None)
    if "minstetall" in flyttes:
        k = replace(k, minst=0)
    if "tak" in flyttes:
        k = replace(k, hoeyst=None)
    if "laas" in flyttes:
        k = replace(k, laas=None)
    return grenser(k, f)
