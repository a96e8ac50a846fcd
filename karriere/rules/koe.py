"""Where a person stands in the queue, and what a hold does. The deadline itself is the law's (`nir.rules`).

A hold or a move never moves the deadline: it is counted from the first settlement (integreringsloven § 11;
IMDi: three months). A hold only says when the case is looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from integrering.grunnmur.datoer import pluss_aar


class Koetilstand(StrEnum):
    """Where a case stands, seen from a day."""

    OVER_FRIST = "over_frist"
    FORFALLER = "forfaller"
    AVTALT = "avtalt"
    PAA_VENT = "paa_vent"
    GJENNOMFOERT = "gjennomfoert"
    TAKKET_NEI = "takket_nei"
    UTENFOR = "utenfor"
    """No right any more, and not carried out while there was one."""


# Those that wait for someone.
VENTER = (Koetilstand.OVER_FRIST, Koetilstand.FORFALLER, Koetilstand.AVTALT, Koetilstand.PAA_VENT)


@dataclass(frozen=True)
class Koefakta:
    """What decides where a case stands.

    Attributes:
        frist: last day of the law; None when the settlement is not known.
        neste_samtale: the day of the next session, if one is agreed.
        paa_vent_til: the last day of a hold.
    """

    maalgruppe: bool
    frist: date | None = None
    gjennomfoert: date | None = None
    takket_nei: date | None = None
    neste_samtale: date | None = None
    paa_vent_til: date | None = None


def tilstand(k: Koefakta, i_dag: date) -> Koetilstand:
    """Return where a case stands: an end first, then a hold, an agreed session, and the deadline."""
    if k.gjennomfoert is not None:
        return Koetilstand.GJENNOMFOERT
    if k.takket_nei is not None:
        return Koetilstand.TAKKET_NEI
    if not k.maalgruppe:
        return Koetilstand.UTENFOR
    if k.paa_vent_til is not None and i_dag <= k.paa_vent_til:
        return Koetilstand.PAA_VENT
    if k.neste_samtale is not None and i_dag <= k.neste_samtale:
        return Koetilstand.AVTALT
    if k.frist is not None and k.frist < i_dag:
        return Koetilstand.OVER_FRIST
    return Koetilstand.FORFALLER


def dager_igjen(frist: date | None, i_dag: date) -> int | None:
    """Return days left of the deadline: 0 on the last day, negative after it; None when it is unknown."""
    return None if frist is None else (frist - i_dag).days


def for_sent(k: Koefakta, i_dag: date) -> bool:
    """Return True when what is agreed or waited for lies after the deadline."""
    match tilstand(k, i_dag):
        case Koetilstand.AVTALT:
            dag = k.neste_samtale
        case Koetilstand.PAA_VENT:
            dag = k.paa_vent_til
        case _:
            return False
    return k.frist is not None and dag is not None and k.frist < dag


def er_gammelt(dag: date | None, i_dag: date) -> bool:
    """Return True when a year has gone since a day: then it is seen in the queue, and is nobody's task.

    Our own choice: what was settled or guided long before the system came, would otherwise be tasks.
    """
    return dag is not None and pluss_aar(dag, 1) < i_dag


def innen_fristen(frist: date | None, gjennomfoert: date | None) -> bool | None:
    """Return whether guidance was carried out in time; None while it is not, or the deadline is unknown."""
    if frist is None or gjennomfoert is None:
        return None
    return gjennomfoert <= frist


def ventedager(perioder: list[tuple[date, date]], fra: date, til: date) -> int:
    """Return how many days of `fra`–`til` (both in) a case was on hold; days in two holds count once."""
    dager = {
        start + timedelta(n)
        for start, slutt in perioder
        for n in range((slutt - start).days + 1)
        if fra <= start + timedelta(n) <= til
    }
    return len(dager)
