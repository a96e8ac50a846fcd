"""A computed value and how it came about: facts read, dated values used, paragraphs. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.regelsett import Regelrad, Regelstatus

T = TypeVar("T")
Verdi = date | int | str | None
Mangel = Felt | Regelmangel


class Utfall(StrEnum):
    """The three things a rule may answer."""

    SVAR = "svar"
    UKJENT = "ukjent"
    GJELDER_IKKE = "gjelder_ikke"


class Stegslag(StrEnum):
    """The kinds of steps."""

    INN = "inn"
    """A fact that was read; `navn` is a Felt."""
    REGEL = "regel"
    """A dated value that was used; `navn` is a Regelkode, `rad` the version."""
    LOV = "lov"
    """What the text of the law says; `navn` is a Grunn."""
    UT = "ut"
    """A day or number worked out on the way; `navn` is a Mellomregning."""


class Mellomregning(StrEnum):
    """What is worked out on the way."""

    ALDER = "alder"
    BODD_FRA = "bodd_fra"
    PERMISJONSDAGER = "permisjonsdager"
    FRAVAERSDAGER = "fravaersdager"
    TILLEGG = "tillegg"
    FRIST = "frist"
    BRUKT = "brukt"
    GRENSE = "grense"
    NAADD = "naadd"


@dataclass(frozen=True)
class Steg:
    """One line of the calculation."""

    slag: Stegslag
    navn: Felt | Regelkode | Grunn | Mellomregning
    verdi: Verdi = None
    hjemmel: str = ""
    rad: Regelrad | None = None


@dataclass(frozen=True, kw_only=True)
class Beregning(Generic[T]):
    """An answer, or what is missing, or why the question does not arise; always with the steps so far.

    Attributes:
        mangler: facts to find out, or why no rule is known (for which code: `regler_som_mangler`).
        grunn: why it does not apply, by `hjemmel`.
    """

    svar: T | None = None
    mangler: tuple[Mangel, ...] = ()
    regler_som_mangler: tuple[Regelkode, ...] = ()
    grunn: Grunn | None = None
    hjemmel: str = ""
    steg: tuple[Steg, ...] = ()

    @property
    def utfall(self) -> Utfall:
        """Which of the three it is."""
        if self.mangler:
            return Utfall.UKJENT
        return Utfall.GJELDER_IKKE if self.grunn else Utfall.SVAR

    @property
    def begrunnelse(self) -> Steg | None:
        """The last step the text of the law decided."""
        return next((s for s in reversed(self.steg) if s.slag is Stegslag.LOV), None)

    @property
    def versjoner(self) -> tuple[Regelrad, ...]:
        """The versions of dated values that were used."""
        return tuple(s.rad for s in self.steg if s.rad is not None)

    @property
    def ubekreftet(self) -> bool:
        """True when a value was used that no source confirms."""
        return any(rad.status is Regelstatus.UBEKREFTET for rad in self.versjoner)
