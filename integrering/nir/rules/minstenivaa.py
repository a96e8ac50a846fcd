"""Minimum levels in Norwegian, the person's own goal, and whether it is reached (forskriften §§ 26–28, 34).

Every level is a «bør»: nothing here ever refuses, it only tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from integrering.nir.rules.beregning import Mellomregning
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.utregning import Utregning, regel


class Nivaa(StrEnum):
    """Levels of the tests, lowest first. C1 is passed or not."""

    UNDER_A1 = "under A1"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"

    @property
    def trinn(self) -> int:
        """How high: 0 is lowest."""
        return _TRINN[self]


_TRINN = {nivaa: trinn for trinn, nivaa in enumerate(Nivaa)}


class Ferdighet(StrEnum):
    """The four parts. Avlesningsprøve is LYTTE, tegnspråklig kommunikasjon is MUNTLIG (§ 34)."""

    LYTTE = "lytte"
    LESE = "lese"
    SKRIFTLIG = "skriftlig"
    MUNTLIG = "muntlig"


class Opplaering(StrEnum):
    """Where the training in Norwegian is given."""

    KAP_6 = "kap_6"
    VGO = "vgo"
    FOV = "fov"


@dataclass(frozen=True, kw_only=True)
class Norskmaal:
    """A goal: a level per part, or a grade in the subject."""

    nivaaer: tuple[tuple[Ferdighet, Nivaa], ...] = ()
    karakter: int | None = None


@dataclass(frozen=True)
class Proeveresultat:
    """The level of one part of a test."""

    ferdighet: Ferdighet
    nivaa: Nivaa


class Justeringsmerknad(StrEnum):
    """What is unusual about a new goal (§ 27). Told, never refused."""

    NED = "ned"
    """Adjusted down: give the reason."""
    MER_ENN_ETT_NIVAA = "mer_enn_ett_nivaa"
    """Down more than one level at a time."""
    UNDER_MINSTENIVAA = "under_minstenivaa"
    """Below § 28."""


@regel
def minstenivaaer(
    u: Utregning, opplaering: Opplaering = Opplaering.KAP_6, trenger_b2: bool = False
) -> tuple[Norskmaal, ...]:
    """Return the guiding minimum levels (§ 28): alternatives, of which one is enough."""
    if opplaering is Opplaering.VGO:
        return (_karakter(u),)
    if opplaering is Opplaering.FOV:
        return (_karakter(u), _nivaaer(u, Regelkode.NIVAA_FOV))
    return (_nivaaer(u, _bakgrunn(u, trenger_b2)),)


@regel
def maal_naadd(
    u: Utregning, maal: Norskmaal, proever: Iterable[Proeveresultat] = (), karakter: int | None = None
) -> bool:
    """Return True when the best result of each part, or the grade, reaches the goal."""
    if maal.karakter is not None and karakter is not None and karakter >= maal.karakter:
        u.ut(Mellomregning.NAADD, karakter)
        return True
    best: dict[Ferdighet, Nivaa] = {}
    for p in proever:
        best[p.ferdighet] = max(best.get(p.ferdighet, p.nivaa), p.nivaa, key=lambda n: n.trinn)
    naadd = [f for f, nivaa in maal.nivaaer if f in best and best[f].trinn >= nivaa.trinn]
    for ferdighet in naadd:
        u.ut(Mellomregning.NAADD, f"{ferdighet} {best[ferdighet]}")
    return bool(maal.nivaaer) and len(naadd) == len(maal.nivaaer)


def merknader_justering(
    gammelt: Norskmaal | None, nytt: Norskmaal, minste: Iterable[Norskmaal]
) -> tuple[Justeringsmerknad, ...]:
    """Return what is unusual about setting or changing a goal (§ 27)."""
    fall = _stoerste_fall(gammelt, nytt) if gammelt else 0
    ut = [Justeringsmerknad.NED] if fall > 0 else []
    if fall > 1:
        ut.append(Justeringsmerknad.MER_ENN_ETT_NIVAA)
    alternativer = [m for m in minste if bool(m.nivaaer) is bool(nytt.nivaaer)]
    if alternativer and all(_stoerste_fall(m, nytt) > 0 for m in alternativer):
        ut.append(Justeringsmerknad.UNDER_MINSTENIVAA)
    return tuple(ut)


def _stoerste_fall(fra: Norskmaal, til: Norskmaal) -> int:
    """Return how many steps the part that falls most, falls. Grades and levels are not compared."""
    if fra.karakter is not None and til.karakter is not None:
        return fra.karakter - til.karakter
    nye = dict(til.nivaaer)
    return max((nivaa.trinn - nye[f].trinn for f, nivaa in fra.nivaaer if f in nye), default=0)


def _bakgrunn(u: Utregning, trenger_b2: bool) -> Regelkode:
    if u.ja(Felt.HAR_VGS):
        return Regelkode.NIVAA_VGS_B2 if trenger_b2 else Regelkode.NIVAA_VGS
    grunnskole = u.ja(Felt.FULLFOERT_GRUNNSKOLE)
    return Regelkode.NIVAA_GRUNNSKOLE if grunnskole else Regelkode.NIVAA_UTEN_GRUNNSKOLE


def _nivaaer(u: Utregning, kode: Regelkode) -> Norskmaal:
    nivaaer = u.regel(kode).verdi.split()
    return Norskmaal(nivaaer=tuple(zip(Ferdighet, map(Nivaa, nivaaer), strict=True)))


def _karakter(u: Utregning) -> Norskmaal:
    return Norskmaal(karakter=u.regel(Regelkode.KARAKTER_NORSK).tall)
