"""Deadlines and limits of access, and the control of an organisation number. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

INVITASJON_VARER = timedelta(days=7)
INVITASJON_SENDES_IGJEN_ETTER = timedelta(hours=1)
PASSORDLENKE_VARER = timedelta(hours=1)
# How many links one user, and one address on the network, may ask for in an hour.
PASSORDLENKER_PER_TIME = 3
PASSORDLENKER_PER_STED_PER_TIME = 30
# How long after each failed try an e-mail is tried again; then it is given up.
_VENT = (1, 5, 15, 60, 240)

_VEKTER = (3, 2, 7, 6, 5, 4, 3, 2)


def neste_forsoek(forsoek: int, naa: datetime) -> datetime | None:
    """Return when an e-mail that failed for the `forsoek`-th time is tried again; None: never."""
    return naa + timedelta(minutes=_VENT[forsoek - 1]) if forsoek <= len(_VENT) else None


def kan_sendes_igjen(bestilt: datetime, naa: datetime) -> bool:
    """Return True when an invitation was last ordered at least an hour ago."""
    return naa - bestilt >= INVITASJON_SENDES_IGJEN_ETTER


def orgnr_kontrollsiffer(aatte: str) -> str:
    """Return the ninth digit of an organisation number (modulus 11); «» when there is none.

    Source: Brønnøysundregistrene, «Organisasjonsnummeret», weights 3 2 7 6 5 4 3 2.
    """
    rest = 11 - sum(int(siffer) * vekt for siffer, vekt in zip(aatte, _VEKTER, strict=True)) % 11
    return {11: "0", 10: ""}.get(rest, str(rest))


def er_orgnr(nummer: str, *, oppdiktede: bool = False) -> bool:
    """Return True for nine digits beginning with 8 or 9 whose last is the control of the others.

    `oppdiktede` lets in numbers beginning with 0: no real one does (demo and tests only).
    """
    if len(nummer) != 9 or not (nummer.isascii() and nummer.isdigit()):
        return False
    if oppdiktede and nummer[0] == "0":
        return True
    return nummer[0] in "89" and orgnr_kontrollsiffer(nummer[:8]) == nummer[8]


@dataclass(frozen=True)
class Rolletid:
    """When a role counts."""

    fra: date
    til: date | None
    stengt: bool


def rollestatus(tid: Rolletid, i_dag: date) -> str:
    """Return «stengt», «kommer», «slutt» or «gjelder»."""
    if tid.stengt:
        return "stengt"
    if tid.fra > i_dag:
        return "kommer"
    return "slutt" if tid.til is not None and tid.til < i_dag else "gjelder"


def invitasjonsstatus(*, sendt: bool, utloeper: datetime | None, bedt_om_ny: bool, naa: datetime) -> str:
    """Return how an open invitation stands: «venter» (not sent yet), «sendt», «utloept» or «bedt»."""
    if not sendt:
        return "venter"
    if utloeper is not None and utloeper > naa:
        return "sendt"
    return "bedt" if bedt_om_ny else "utloept"


def passordfelt(navn: str) -> bool:
    """Return True for the name of a form field that holds a password."""
    liten = navn.lower()
    return any(ord_ in liten for ord_ in ("passord", "password", "passwd"))


def fri_tekst(verdier: Sequence[str]) -> list[str]:
    """Return those of the posted values that someone has written: with a space in them, or long."""
    return [v for v in verdier if len(v.strip()) > 30 or " " in v.strip()]
