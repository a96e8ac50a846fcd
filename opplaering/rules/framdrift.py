"""Whether the goal in Norwegian will be reached in time, by what is known today. Pure.

A flag for those who follow the participant up, never a decision: how long a level takes is our own estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.minstenivaa import Ferdighet, Nivaa, Norskmaal, Proeveresultat, maal_naadd
from integrering.nir.rules.regelsett import Regelsett

# Our estimate, no source: a level takes at least so many months, and a grade can be mended in half a year.
MAANEDER_PER_NIVAA = 8
MAANEDER_PER_KARAKTER = 6
_DAGER_I_MAANED = 30
# what stands for the level of one who is not tested in every part, where levels are counted
IKKE_PROEVD = "ikke_proevd"


class Tilstand(StrEnum):
    """How it stands."""

    NAADD = "naadd"
    I_RUTE = "i_rute"
    I_FARE = "i_fare"
    UKJENT = "ukjent"


class Mangel(StrEnum):
    """What must be known to tell."""

    MAAL = "maal"
    SLUTT = "slutt"
    NIVAA = "nivaa"
    KARAKTER = "karakter"


class Grunn(StrEnum):
    """Why it stands so."""

    NAADD = "naadd"
    TIDEN_ER_UTE = "tiden_er_ute"
    FOR_KORT_TID = "for_kort_tid"
    NOK_TID = "nok_tid"
    MANGLER = "mangler"


@dataclass(frozen=True, kw_only=True)
class Framdriftsfakta:
    """What is known.

    Attributes:
        maal: the goal that holds.
        resultater: parts of tests that were taken.
        karakter: the best grade in norsk.
        slutt: the last day of the right (§ 32) or of the time at the school, whichever comes first.
    """

    maal: Norskmaal | None = None
    resultater: tuple[Proeveresultat, ...] = ()
    karakter: int | None = None
    slutt: date | None = None


@dataclass(frozen=True, kw_only=True)
class Framdrift:
    """How it stands, why, and what it rests on.

    Attributes:
        mangler: what must be known, when it cannot be told.
        nivaaer: the best level of each part of a test that was taken.
        nivaaer_igjen: levels left in the part that is furthest behind; None for a grade, or without tests.
        maaneder_igjen: whole months to the last day; None when it is unknown.
        trenger: months that what is left takes, by our estimate.
    """

    tilstand: Tilstand
    grunn: Grunn
    mangler: tuple[Mangel, ...] = ()
    nivaaer: tuple[tuple[Ferdighet, Nivaa], ...] = ()
    nivaaer_igjen: int | None = None
    maaneder_igjen: int | None = None
    trenger: int | None = None

    @property
    def nivaa(self) -> Nivaa | None:
        """The level that is reached in every part; None until all four are tested."""
        if len(self.nivaaer) < len(Ferdighet):
            return None
        return min((nivaa for _f, nivaa in self.nivaaer), key=lambda n: n.trinn)


def framdrift(f: Framdriftsfakta, dag: date) -> Framdrift:
    """Return whether the goal will be reached, seen from a day."""
    best = _beste(f.resultater)
    nivaaer = tuple((ferdighet, best[ferdighet]) for ferdighet in Ferdighet if ferdighet in best)
    igjen = (f.slutt - dag).days // _DAGER_I_MAANED if f.slutt else None
    if f.maal is None:
        return Framdrift(
            tilstand=Tilstand.UKJENT, grunn=Grunn.MANGLER, mangler=(Mangel.MAAL,), nivaaer=nivaaer,
            maaneder_igjen=igjen,
        )  # fmt: skip
    tilstand, grunn, mangler, bak, trenger = _vurder(f, f.maal, best, igjen, dag)
    return Framdrift(
        tilstand=tilstand, grunn=grunn, mangler=mangler, nivaaer=nivaaer, nivaaer_igjen=bak,
        maaneder_igjen=igjen, trenger=trenger,
    )  # fmt: skip


_Vurdering = tuple[Tilstand, Grunn, tuple[Mangel, ...], int | None, int | None]


def _vurder(
    f: Framdriftsfakta, maal: Norskmaal, best: dict[Ferdighet, Nivaa], igjen: int | None, dag: date
) -> _Vurdering:
    if maal_naadd(Grunnlag(), Regelsett({}), dag, maal, f.resultater, f.karakter).svar:
        return Tilstand.NAADD, Grunn.NAADD, (), 0, 0
    if f.slutt and f.slutt < dag:
        return Tilstand.I_FARE, Grunn.TIDEN_ER_UTE, (), None, None
    trenger, bak, mangler = _trenger(f, maal, best)
    if igjen is None:
        mangler = (Mangel.SLUTT, *mangler)
    elif trenger is not None and trenger > igjen:
        return Tilstand.I_FARE, Grunn.FOR_KORT_TID, (), bak, trenger
    if mangler:
        return Tilstand.UKJENT, Grunn.MANGLER, mangler, bak, trenger
    return Tilstand.I_RUTE, Grunn.NOK_TID, (), bak, trenger


def _trenger(
    f: Framdriftsfakta, maal: Norskmaal, best: dict[Ferdighet, Nivaa]
) -> tuple[int | None, int | None, tuple[Mangel, ...]]:
    """Return the months that what is left takes, the levels left, and what is unknown."""
    if maal.karakter is not None:
        mangler = (Mangel.KARAKTER,) if f.karakter is None else ()
        return (None if mangler else MAANEDER_PER_KARAKTER), None, mangler
    igjen = [
        max(0, nivaa.trinn - best[ferdighet].trinn) for ferdighet, nivaa in maal.nivaaer if ferdighet in best
    ]
    mangler = (Mangel.NIVAA,) if len(igjen) < len(maal.nivaaer) else ()
    if not igjen:
        return None, None, mangler
    return max(igjen) * MAANEDER_PER_NIVAA, max(igjen), mangler


def _beste(resultater: tuple[Proeveresultat, ...]) -> dict[Ferdighet, Nivaa]:
    best: dict[Ferdighet, Nivaa] = {}
    for r in resultater:
        best[r.ferdighet] = max(best.get(r.ferdighet, r.nivaa), r.nivaa, key=lambda n: n.trinn)
    return best
