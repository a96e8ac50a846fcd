"""Absence and leave: the kinds, and what a row says (forskriften chapters 3, 4, 7). No diagnosis, ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from integrering.nir.rules.virkedager import antall_virkedager


class Fravaerstype(StrEnum):
    """Kinds of absence and leave: our codes; those of NIR are not known."""

    EGENMELDING = "egenmelding"
    LEGEERKLAERING = "legeerklaering"
    BARN_SYKDOM = "barn_sykdom"
    SVANGERSKAPSKONTROLL = "svangerskapskontroll"
    SVANGERSKAP = "svangerskap"
    FOEDSEL_MOR = "foedsel_mor"
    FOEDSEL_FAR = "foedsel_far"
    AMMEFRI = "ammefri"
    VELFERD_BARNEHAGE = "velferd_barnehage"
    VELFERD_SKOLESTART = "velferd_skolestart"
    VELFERD_VIGSEL = "velferd_vigsel"
    VELFERD_DOEDSFALL = "velferd_doedsfall"
    VELFERD_INTERVJU = "velferd_intervju"
    VELFERD_PLEIE = "velferd_pleie"
    VELFERD_ANNET = "velferd_annet"
    FRED = "fred"
    LANGVARIG_SYKDOM = "langvarig_sykdom"
    OMSORG_FOEDSEL = "omsorg_foedsel"
    OMSORG_ADOPSJON = "omsorg_adopsjon"
    RELIGION = "religion"
    FERIE = "ferie"
    UGYLDIG = "ugyldig"
    """Without permission (integreringsloven § 21)."""


VELFERD = frozenset(t for t in Fravaerstype if t.startswith("velferd"))
# Not added to the programme: days of § 17, holiday, and absence that is not under the regulation (§§ 10, 19).
UTEN_TILLEGG = frozenset({Fravaerstype.RELIGION, Fravaerstype.FERIE, Fravaerstype.UGYLDIG})
# Given for hours, not days: nothing to count in working days.
TIMEVIS = frozenset({Fravaerstype.SVANGERSKAPSKONTROLL, Fravaerstype.AMMEFRI})


class Opplegg(StrEnum):
    """Where the person takes part: chapters 3 and 4 hold in the programme, chapter 7 outside it."""

    INTRO = "intro"
    NORSK = "norsk"


@dataclass(frozen=True, kw_only=True)
class Fravaer:
    """One absence or leave; `til` is the last day.

    Attributes:
        barn_foedt: birthday of the child it is about, where a limit asks for it.
        varslet: the day it was told of (religious days).
        lege_fra_fjerde_dag: an egenmelding that a doctor's statement followed (§ 9 second paragraph).
    """

    type: Fravaerstype
    fra: date
    til: date
    barn_foedt: date | None = None
    varslet: date | None = None
    lege_fra_fjerde_dag: bool = False

    @property
    def kalenderdager(self) -> int:
        """Days, both ends in."""
        return (self.til - self.fra).days + 1

    def virkedager(self, fra: date = date.min, til: date = date.max) -> int:
        """Working days of it that lie between two days."""
        start, slutt = max(self.fra, fra), min(self.til, til)
        return antall_virkedager(start, slutt) if start <= slutt else 0

    def kalenderdager_i(self, fra: date, til: date) -> int:
        """Days of it that lie between two days."""
        return max(0, (min(self.til, til) - max(self.fra, fra)).days + 1)


@dataclass(frozen=True, kw_only=True)
class Omsorg:
    """What decides a parent's limits (§§ 6, 7, 16)."""

    antall_barn: int
    alene: bool = False
    kronisk: bool = False
    begge_i_program: bool = False
