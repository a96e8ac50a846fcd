"""What a kind of file looks like, and the register of kinds. Upper floors add theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, runtime_checkable

from django.db.backends.utils import CursorWrapper
from django.utils.functional import Promise
from psycopg.sql import Composable

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.kolonner import Kolonne


@dataclass(frozen=True)
class Kjoering:
    """One import under way: the cursor in its transaction, who asks, and the instant it began."""

    peker: CursorWrapper
    format: Format
    av: Aktoer
    historisk: bool
    naa: datetime
    i_dag: date

    @property
    def hvem(self) -> dict[str, Any]:
        """What the SQL knows about the one who asks, and when."""
        return {
            "kommune": self.av.virksomhet_id if self.av.er_kommune else None,
            "skjermede": self.av.skjermede,
            "i_dag": self.i_dag,
            "naa": self.naa,
            "bruker": self.av.bruker_id,
            "virksomhet": self.av.virksomhet_id,
        }


class Loep(Protocol):
    """Takes the typed rows of `utv_rad` without errors into their table.

    Leaves what it refuses in `utv_avvik`, and the lines that are not «ny» in `utv_utfall`.
    """

    def __call__(self, kjoering: Kjoering) -> None:
        """Run it."""


@runtime_checkable
class Angrer(Protocol):
    """A way of taking rows in that can be taken back: as versions in a table with two clocks."""

    @property
    def tabell(self) -> str:
        """The two-clock table."""
        ...

    @property
    def verdier(self) -> tuple[str, ...]:
        """Its columns of values."""
        ...


@dataclass(frozen=True)
class Format:
    """A kind of file.

    Attributes:
        navn: what the command calls it.
        tittel: what people call it.
        beskrivelse: what is in it, in a sentence or two.
        gruppe: the heading it stands under among the others.
        kolonner: its columns; the order in the file is free.
        regler: SQL for what is wrong with a row as a whole: SELECTs of (linje, felt, kode, verdi, mer, merk),
            with the parameters of `Kjoering.hvem`.
        loep: takes the good rows into their table.
        roller: who may import it.
        etter_kontroll: done when the rows are checked, before the good ones are taken in.
        om_person: the rows are about persons and carry a `duf`.
        historisk: `registrert` may be given in the file; without it `--historisk` makes no difference.
        uten_angring: why an import cannot be undone, for a kind of file that has no way back.
    """

    navn: str
    kolonner: tuple[Kolonne, ...]
    regler: tuple[Composable, ...]
    loep: Loep
    roller: tuple[Rolle, ...]
    etter_kontroll: Callable[[Kjoering], None] | None = None
    om_person: bool = True
    historisk: bool = True
    tittel: str | Promise = ""
    beskrivelse: str | Promise = ""
    gruppe: str | Promise = ""
    uten_angring: str | Promise = ""

    @property
    def angrer(self) -> Angrer | None:
        """How an import is undone, if it can be."""
        return self.loep if isinstance(self.loep, Angrer) else None


_FORMATER: dict[str, Format] = {}


def registrer_format(nytt: Format) -> None:
    """Make a kind of file known. Raises ValueError when the name is taken by another."""
    kjent = _FORMATER.setdefault(nytt.navn, nytt)
    if kjent is not nytt:
        raise ValueError(f"importformatet {nytt.navn} er registrert fra før")


def formater() -> tuple[str, ...]:
    """Return the names of the kinds of file, in the order they were registered."""
    return tuple(_FORMATER)


def finn_format(navn: str) -> Format:
    """Return the kind of file. Raises KeyError when there is none by that name."""
    return _FORMATER[navn]
