"""Grant years: when they begin and end, and whether a decision triggers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tilskudd.rules.datoer import pluss_aar
from tilskudd.rules.fakta import Fakta, Personopplysning
from tilskudd.rules.ordninger import ALDER_TIL, ANTALL_AAR, ORDNING_FOR_TILLATELSE, Ordning, kode, rett_alder


@dataclass(frozen=True)
class Tilskuddsaar:
    """One year of a person: `[fra, slutt)`."""

    ordning: Ordning
    aar_nr: int
    landgruppe: str
    fra: date
    slutt: date

    @property
    def dager(self) -> int:
        """D: 365 or 366."""
        return (self.slutt - self.fra).days

    @property
    def budsjettaar(self) -> int:
        """The calendar year whose rate holds for the whole grant year."""
        return self.fra.year

    @property
    def kode(self) -> str:
        """IMDi's grant code."""
        return kode(self.ordning, self.aar_nr, self.landgruppe)

    def dagnummer(self, dato: date) -> int:
        """Return the day's number, clipped to 0 … D."""
        return min(max((dato - self.fra).days, 0), self.dager)


def ordning_for(opplysning: Personopplysning | None) -> Ordning | None:
    """Return the scheme the person's permit and age open, or None for no grant at all."""
    if opplysning is None or not rett_alder(opplysning.foedselsdato, opplysning.tillatelse_dato):
        return None
    return ORDNING_FOR_TILLATELSE[opplysning.tillatelse]


def foerste_dag(fakta: Fakta) -> date | None:
    """Return the first day of grant year 1.

    Ordinary: the later of the permit's date and the first day with a folkeregistrert kommune. § 34: the
    earliest start among the decisions, also when that is before either.
    """
    opplysning, ordning = fakta.personopplysning, ordning_for(fakta.personopplysning)
    if opplysning is None or ordning is None:
        return None
    if ordning is Ordning.P37D:
        return fakta.foerste_vedtak.startdato if fakta.foerste_vedtak else None
    bosted = fakta.foerste_bosted
    return max(opplysning.tillatelse_dato, bosted.fra) if bosted else None


def alle_aar(fakta: Fakta) -> tuple[Tilskuddsaar, ...]:
    """Return the grant years of a person, triggered or not, by anniversaries of the first day."""
    opplysning, start = fakta.personopplysning, foerste_dag(fakta)
    ordning = ordning_for(opplysning)
    if opplysning is None or ordning is None or start is None:
        return ()
    landgruppe = opplysning.landgruppe if ordning is Ordning.P_AR else ""
    return tuple(
        Tilskuddsaar(ordning, nr, landgruppe, pluss_aar(start, nr - 1), pluss_aar(start, nr))
        for nr in range(1, ANTALL_AAR[ordning] + 1)
    )


def utloeste_aar(fakta: Fakta) -> tuple[Tilskuddsaar, ...]:
    """Return the grant years that a visible decision triggers: it starts before the year ends."""
    vedtak = fakta.foerste_vedtak
    if vedtak is None:
        return ()
    return tuple(aar for aar in alle_aar(fakta) if vedtak.startdato < aar.slutt)


def stoppdag(fakta: Fakta) -> date:
    """Return the first day that earns nothing any more: the 67th birthday or the earliest permanent stop.

    Only for a person with details: nobody else has grant years.
    """
    assert fakta.personopplysning is not None  # noqa: S101 - tells the type
    fyller = pluss_aar(fakta.personopplysning.foedselsdato, ALDER_TIL)
    return min(fyller, fakta.foerste_stans.fra) if fakta.foerste_stans else fyller
