"""How much each criterion moves, and how far the numbers move when the weights do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from bosetting.rules.grenser import grenser
from bosetting.rules.grunnlag import Forutsetninger, Kommunegrunnlag, sjekk
from bosetting.rules.modell import i_rang, personer
from bosetting.rules.noekkel import av_m, tillegg
from bosetting.rules.webster import fordel_heltall

TREKNINGER = 200
# A draw gives each weight between 75 % and 125 % of itself.
UTSLAG = 250
HEL = 1000


@dataclass(frozen=True)
class Intervall:
    """The lowest and the highest number of all draws."""

    lavest: int
    hoeyest: int

    @property
    def i_ord(self) -> str:
        """«22–26», or the one number."""
        return str(self.lavest) if self.lavest == self.hoeyest else f"{self.lavest}–{self.hoeyest}"


class Omregning:
    """The same municipalities and limits calculated many times with other weights."""

    def __init__(self, kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger) -> None:
        """Prepare what does not change. Raises Umulig and Ugyldig as `beregn`."""
        sjekk(kommuner, f)
        spurte = i_rang(kommuner)
        self.f = f
        self.kommuner = [k for _, k in spurte]
        self._grenser = [grenser(k, f) for k in self.kommuner]
        self._tillegg, self._nevner = tillegg(self.kommuner, f)
        self._vekter = [abs(v) for v in f.vekter.values()]
        hele = self._noekler([HEL] * len(self._vekter))
        self.vanlig = personer(spurte, f, hele, self._grenser)

    def tall(self, faktorer: Sequence[int]) -> list[int]:
        """Return the numbers, in the order of `kommuner`, with so many thousandths of each weight."""
        nedre, oevre = [g.nedre for g in self._grenser], [g.oevre for g in self._grenser]
        return fordel_heltall(self._noekler(faktorer), nedre, oevre, self.f.ramme)

    def _noekler(self, faktorer: Sequence[int]) -> list[int]:
        demp = self._demping(faktorer)
        en = HEL * self._nevner * demp.denominator
        m = [
            en + demp.numerator * sum(a * r for a, r in zip(rad, faktorer, strict=True))
            for rad in self._tillegg
        ]
        return av_m(self.kommuner, self.f, m)[0]

    def _demping(self, faktorer: Sequence[int]) -> Fraction:
        """The share all weights are cut to, so that they never move more than the round allows."""
        i_alt = sum(v * r for v, r in zip(self._vekter, faktorer, strict=True))
        return min(Fraction(1), HEL * self.f.maks_utslag / i_alt) if i_alt else Fraction(1)


def effektiv_vekt(omregning: Omregning) -> dict[str, Fraction]:
    """Return, per criterion, how many persons it moves: ½ Σ |x − x without it|."""
    ut = {}
    for nr, navn in enumerate(omregning.f.vekter):
        faktorer = [0 if i == nr else HEL for i in range(len(omregning.f.vekter))]
        ut[navn] = flyttet(omregning.vanlig, omregning.tall(faktorer))
    return ut


def flyttet(a: Sequence[int], b: Sequence[int]) -> Fraction:
    """Return how many persons two answers to the same question place differently: ½ Σ |a − b|."""
    return Fraction(sum(abs(x - y) for x, y in zip(a, b, strict=True)), 2)


def intervaller(omregning: Omregning, froe: int = 1, trekninger: int = TREKNINGER) -> dict[str, Intervall]:
    """Return the interval of each municipality that is asked. The same seed gives the same draws."""
    tilfeldig = Random(froe)  # noqa: S311 -- draws of weights, no secrets
    lavest, hoeyest = list(omregning.vanlig), list(omregning.vanlig)
    for _ in range(trekninger):
        faktorer = [HEL + tilfeldig.randint(-UTSLAG, UTSLAG) for _ in omregning.f.vekter]
        for i, antall in enumerate(omregning.tall(faktorer)):
            lavest[i], hoeyest[i] = min(lavest[i], antall), max(hoeyest[i], antall)
    return {
        k.nummer: Intervall(lav, hoey)
        for k, lav, hoey in zip(omregning.kommuner, lavest, hoeyest, strict=True)
    }
