"""What numbers of a half-year must hold, and when the report is due. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

VARSEL_DAGER = 30


class Feil(StrEnum):
    """What is wrong with the numbers."""

    FLERE_VIDERE_ENN_UT = "flere_videre_enn_ut"
    KJOENN_HALVT = "kjoenn_halvt"
    KJOENN_SUM = "kjoenn_sum"


@dataclass(frozen=True)
class Halvaar:
    """The numbers: began, left, of them to upper secondary and to work; women and men who began, or None."""

    inn: int
    ut: int
    til_vgo: int
    til_arbeid: int
    kvinner: int | None = None
    menn: int | None = None


def feil_i(h: Halvaar) -> Feil | None:
    """Return the first thing that is wrong, or None."""
    if h.til_vgo + h.til_arbeid > h.ut:
        return Feil.FLERE_VIDERE_ENN_UT
    if (h.kvinner is None) != (h.menn is None):
        return Feil.KJOENN_HALVT
    if h.kvinner is not None and h.menn is not None and h.kvinner + h.menn != h.inn:
        return Feil.KJOENN_SUM
    return None


def rapport_forfaller(frist: date | None, rapportert: date | None, i_dag: date) -> bool:
    """Return True when the report is not delivered and is due within a month, or overdue."""
    return frist is not None and rapportert is None and frist - timedelta(days=VARSEL_DAGER) <= i_dag


def slutt_paa(aar: int, halvaar: int) -> date:
    """Return the last day of a half-year."""
    return date(aar, 6, 30) if halvaar == 1 else date(aar, 12, 31)


def begynnelsen_av(aar: int, halvaar: int) -> date:
    """Return the first day of a half-year."""
    return date(aar, 1, 1) if halvaar == 1 else date(aar, 7, 1)
