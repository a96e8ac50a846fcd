"""Anniversaries, months, ages, and the end of a day. Pure."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from integrering.grunnmur.kvartal import OSLO


def pluss_aar(dato: date, antall: int) -> date:
    """Return the same day `antall` years later; 29 February becomes 28 February in a common year."""
    try:
        return dato.replace(year=dato.year + antall)
    except ValueError:
        return dato.replace(year=dato.year + antall, day=28)


def pluss_maaneder(dato: date, antall: int) -> date:
    """Return the same day `antall` months later, or the last day of a shorter month."""
    aar, maaned = divmod(dato.year * 12 + dato.month - 1 + antall, 12)
    return date(aar, maaned + 1, min(dato.day, monthrange(aar, maaned + 1)[1]))


def alder(foedt: date, dato: date) -> int:
    """Return the age in whole years; a birthday of 29 February falls on the 28th in a common year."""
    aar = dato.year - foedt.year
    return aar if pluss_aar(foedt, aar) <= dato else aar - 1


def doegnets_slutt(dag: date) -> datetime:
    """Return the last instant of a day by the clock in Oslo."""
    return datetime.combine(dag + timedelta(1), time.min, tzinfo=OSLO) - timedelta(microseconds=1)
