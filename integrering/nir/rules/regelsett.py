"""Dated rule values: numbers, dates and choices of the law with the day they hold from. Pure.

The rows are data (`nir_regelverdi`), kept by administrators. A row without a day is off: passed but not in
force, or only proposed. The rows of one code replace each other: the newest that has begun holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Regelstatus(StrEnum):
    """How sure a value is."""

    VEDTATT = "vedtatt"
    """Read in the law, the regulation, or the authority's own guide."""
    IKKE_I_KRAFT = "vedtatt_ikke_i_kraft"
    """Passed; holds from the day somebody fills in."""
    FORSLAG = "forslag"
    """Never used by a rule."""
    UBEKREFTET = "ubekreftet"
    """Our own reading where the sources are silent. Used, and said so wherever the value is shown."""


class Sammenligning(StrEnum):
    """Whether the first day itself is in: «fra og med» or «etter»."""

    FRA_OG_MED = "fra_og_med"
    ETTER = "etter"


class Enhet(StrEnum):
    """What a value is counted in; decides how it is written."""

    AAR = "aar"
    MAANEDER = "maaneder"
    UKER = "uker"
    DAGER = "dager"
    VIRKEDAGER = "virkedager"
    TIMER = "timer"
    ANTALL = "antall"
    PROSENT = "prosent"
    JA_NEI = "ja_nei"
    DATO = "dato"
    KODE = "kode"
    NIVAA = "nivaa"


# How the text of a value must look, per unit: numbers, ISO dates, yes or no, codes, four levels.
MOENSTER: dict[Enhet, str] = {
    Enhet.JA_NEI: r"^(ja|nei)$",
    Enhet.DATO: r"^\d{4}-\d{2}-\d{2}$",
    Enhet.KODE: r"^[a-z0-9_]{1,40}$",
    Enhet.NIVAA: r"^(A1|A2|B1|B2|C1)( (A1|A2|B1|B2|C1)){3}$",
}
TALLMOENSTER = r"^\d{1,4}$"


class Styres(StrEnum):
    """Which day in a person's life chooses the row."""

    DAG = "dag"
    TILLATELSE = "tillatelse_dato"
    TILLATELSE_ELLER_ANKOMST = "tillatelse_eller_ankomst"
    TILBUD_INTRO = "tilbud_oppstart_intro"
    VEDTAK_INTRO = "vedtak_intro"
    OPPSTART_INTRO = "oppstart_intro"
    PLAN = "plan"


@dataclass(frozen=True, kw_only=True)
class Regelrad:
    """One version of one value.

    Attributes:
        gjelder_fra: None switches the row off.
        gjelder_til: last day, for values that end without a successor.
        nummer: which row in the table; None for rows read from the file.
    """

    kode: str
    verdi: str
    enhet: Enhet
    gjelder_fra: date | None
    styres_av: Styres
    hjemmel: str
    kilde: str
    status: Regelstatus = Regelstatus.VEDTATT
    sammenligning: Sammenligning = Sammenligning.FRA_OG_MED
    gjelder_til: date | None = None
    merknad: str = ""
    nummer: int | None = None

    @property
    def i_bruk(self) -> bool:
        """True when rules may use it: it has a first day, and is no mere proposal."""
        return self.gjelder_fra is not None and self.status is not Regelstatus.FORSLAG

    @property
    def tall(self) -> int:
        """The value as a whole number."""
        return int(self.verdi)

    @property
    def dato(self) -> date:
        """The value as a day."""
        return date.fromisoformat(self.verdi)

    @property
    def ja(self) -> bool:
        """The value as yes (True) or no."""
        return self.verdi == "ja"

    def begynt(self, dag: date) -> bool:
        """Return True when the row has begun on the day."""
        if self.gjelder_fra is None:
            return False
        return (
            dag > self.gjelder_fra if self.sammenligning is Sammenligning.ETTER else dag >= self.gjelder_fra
        )


@dataclass(frozen=True)
class Regelsett:
    """All rule values, oldest first per code."""

    rader: dict[str, tuple[Regelrad, ...]]

    @classmethod
    def av(cls, rader: Iterable[Regelrad]) -> Regelsett:
        """Build the set of the rows that are in use."""
        ut: dict[str, list[Regelrad]] = {}
        for rad in sorted((r for r in rader if r.i_bruk), key=lambda r: (r.kode, r.gjelder_fra or date.min)):
            ut.setdefault(rad.kode, []).append(rad)
        return cls({kode: tuple(liste) for kode, liste in ut.items()})

    def verdi(self, kode: str, dag: date) -> Regelrad | None:
        """Return the version that holds for the day: value and row. None: no rule is known."""
        rad = next((r for r in reversed(self.rader.get(kode, ())) if r.begynt(dag)), None)
        if rad is None or (rad.gjelder_til is not None and dag > rad.gjelder_til):
            return None
        return rad

    def styres_av(self, kode: str) -> Styres | None:
        """Return which day chooses among the versions of a code."""
        rader = self.rader.get(kode, ())
        return rader[0].styres_av if rader else None

    def kommer_en_senere(self, kode: str, dag: date) -> bool:
        """Return True when a version begins after the day."""
        return any(not r.begynt(dag) for r in self.rader.get(kode, ()))
