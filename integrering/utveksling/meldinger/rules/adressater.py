"""Who may write to whom. Strict: what is not said here is refused.

- The county writes to, and is written to by, everyone it serves.
- A municipality also writes to the other municipalities of the county, and to schools and organisations that
  are its own or the county's.
- A school or an organisation begins a thread with the county, and with the municipality it belongs to; it
  answers whoever has written to it.
- A thread about a person is between the county and the municipality that has the person. Nobody else has the
  person in the register; what they are told, the sender types.
- About a protected person nothing is sent. It is handed over by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FYLKE, KOMMUNE = "fylkeskommune", "kommune"
PARTNERE = frozenset({"skole", "frivillig"})


@dataclass(frozen=True)
class Part:
    """An organisation as these rules see it: number, kind, and the number of the one above it."""

    id: int
    type: str
    overordnet_id: int | None = None


@dataclass(frozen=True)
class OmPerson:
    """The person a thread is about: the municipality that has them, and whether the address is protected."""

    kommune_id: int | None
    skjermet: bool


class Hinder(StrEnum):
    """Why a message cannot go to someone."""

    SEG_SELV = "seg_selv"
    IKKE_LOV = "ikke_lov"
    IKKE_PERSONEN = "ikke_personen"
    SKJERMET = "skjermet"


def kan_skrive_til(fra: Part, til: Part, fylke_id: int) -> bool:
    """Return True when `fra` may begin a thread with `til`."""
    if fra.id == til.id:
        return False
    if fra.id == fylke_id:
        return hoerer_til(til, fylke_id)
    if til.id == fylke_id:
        return True
    if fra.type == KOMMUNE and til.type == KOMMUNE:
        return til.overordnet_id == fylke_id
    if fra.type == KOMMUNE and til.type in PARTNERE:
        return til.overordnet_id in (None, fylke_id, fra.id)
    return fra.type in PARTNERE and til.id == fra.overordnet_id


def hoerer_til(hvem: Part, fylke_id: int) -> bool:
    """Return True for those the county serves: its municipalities, and schools and organisations."""
    return hvem.type in PARTNERE or (hvem.type == KOMMUNE and hvem.overordnet_id == fylke_id)


def hinder(fra: Part, til: Part, fylke_id: int, person: OmPerson | None) -> Hinder | None:
    """Return why `fra` cannot begin a thread with `til` (about the person); None when it can."""
    if fra.id == til.id:
        return Hinder.SEG_SELV
    if person is not None and person.skjermet:
        return Hinder.SKJERMET
    if not kan_skrive_til(fra, til, fylke_id):
        return Hinder.IKKE_LOV
    return None if person is None or har_personen(til, fylke_id, person) else Hinder.IKKE_PERSONEN


def har_personen(hvem: Part, fylke_id: int, person: OmPerson) -> bool:
    """Return True for the county and for the municipality that has the person."""
    return hvem.id == fylke_id or (hvem.type == KOMMUNE and hvem.id == person.kommune_id)
