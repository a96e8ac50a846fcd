"""What goes into a recommendation, and what comes out.

The model is told in docs/bosetting-modell.md. The population counts in one place only: in the key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Grensetype = Literal["laas", "tak", "minstetall", "oenske", "baand", ""]
Leddtype = Literal["grunntall", "folketall", "kriterium", "normalisering", "grenser", "avrunding"]


class Ugyldig(ValueError):
    """An assumption that gives no calculation. `felt` is the assumption, `hva` what is wrong with it."""

    def __init__(self, felt: str, hva: str) -> None:
        super().__init__(f"{felt}: {hva}")
        self.felt = felt
        self.hva = hva


@dataclass(frozen=True)
class Kommunegrunnlag:
    """One municipality. A missing z counts as 0, never as worst.

    `minst`: the municipality's own least, or a lower one for special conditions; None is the round's least.
    `hoeyst`: what it has capacity for; `oenske_hoeyst`: the most it wishes, which yields to the least.
    `em_hoeyst`: places for unaccompanied minors; None is not answered: only the number itself limits.
    """

    nummer: str
    folketall: int
    z: Mapping[str, Fraction | None] = field(default_factory=dict)
    spurt: bool = True
    minst: int | None = None
    hoeyst: int | None = None
    laas: int | None = None
    em_hoeyst: int | None = None
    forrige: int | None = None
    oenske_hoeyst: int | None = None


@dataclass(frozen=True)
class Forutsetninger:
    """The round: persons in all, of them minors, base amount and least per municipality, weights, limits.

    `maks_utslag`: the most the criteria may move a number, as a share of it. `baand`: the most it may differ
    from the last one, as a share of that.
    """

    ramme: int
    em_ramme: int = 0
    grunntall: int = 0
    minstetall: int = 10
    vekter: Mapping[str, Fraction] = field(default_factory=dict)
    maks_utslag: Fraction = Fraction(1, 2)
    baand: Fraction | None = None


@dataclass(frozen=True)
class Ledd:
    """One step of the way to the number, in persons."""

    slag: Leddtype
    personer: Fraction
    kriterium: str = ""


@dataclass(frozen=True)
class Linje:
    """The answer: persons, minors among them, the key t, the bounds, which of them binds, and why."""

    nummer: str
    antall: int
    em: int
    noekkel: Fraction
    nedre: int
    oevre: int | None
    grense: Grensetype
    forklaring: tuple[Ledd, ...]


@dataclass(frozen=True)
class Fordeling:
    """The answers, in the order of the municipalities that were given."""

    linjer: tuple[Linje, ...]

    def linje(self, nummer: str) -> Linje:
        """Return the line of a municipality. Raises KeyError."""
        return self.etter_nummer()[nummer]

    def etter_nummer(self) -> dict[str, Linje]:
        """Return the lines by the number of the municipality."""
        return {linje.nummer: linje for linje in self.linjer}

    def antall(self) -> dict[str, int]:
        """Return persons by the number of the municipality."""
        return {linje.nummer: linje.antall for linje in self.linjer}


def rang(kommune: Kommunegrunnlag) -> tuple[int, str]:
    """Who goes first of equals: the larger population, then the lower number."""
    return (-kommune.folketall, kommune.nummer)


def sjekk(kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger) -> None:
    """Raise Ugyldig when the assumptions give no calculation."""
    if len({k.nummer for k in kommuner}) < len(kommuner):
        raise Ugyldig("kommuner", "to_ganger")
    for felt in ("ramme", "em_ramme", "grunntall", "minstetall"):
        if getattr(f, felt) < 0:
            raise Ugyldig(felt, "negativ")
    if f.em_ramme > f.ramme:
        raise Ugyldig("em_ramme", "over_rammen")
    if not 0 <= f.maks_utslag < 1:
        raise Ugyldig("maks_utslag", "utenfor")
    if sum(abs(v) for v in f.vekter.values()) > f.maks_utslag:
        raise Ugyldig("vekter", "over_maks_utslag")
    if f.baand is not None and f.baand < 0:
        raise Ugyldig("baand", "negativ")
    if f.grunntall * sum(k.spurt for k in kommuner) > f.ramme:
        raise Ugyldig("grunntall", "over_rammen")
    _sjekk_kommuner(kommuner)


def _sjekk_kommuner(kommuner: Sequence[Kommunegrunnlag]) -> None:
    for k in kommuner:
        tall = (k.minst, k.hoeyst, k.oenske_hoeyst, k.laas, k.em_hoeyst, k.forrige)
        if k.folketall < 0 or any(n is not None and n < 0 for n in tall):
            raise Ugyldig(k.nummer, "negativ")
        if any(n is not None and abs(n) > 1 for n in k.z.values()):
            raise Ugyldig(k.nummer, "z")
