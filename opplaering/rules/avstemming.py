"""Full-time upper secondary as the county knows it, against what the municipality has registered. Pure.

The grant is released by the municipality's vedtak and period (forskriften §§ 53 a and 58; integreringsloven
§ 30). The same answer as `sql/avstemming.sql`; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum


class Tilstand(StrEnum):
    """How a period stands with the municipality, in the order it should be mended."""

    MANGLER_VEDTAK = "mangler_vedtak"
    MANGLER_PERIODE = "mangler_periode"
    AVSLUTTET_HER = "avsluttet_her_ikke_der"
    MANGLER_SLUTTDATO = "mangler_sluttdato"
    ANDRE_DATOER = "andre_datoer"
    ANDRE_TIMER = "andre_timer"
    IKKE_HOS_OSS = "ikke_hos_oss"
    STEMMER = "stemmer"


class Avvik(StrEnum):
    """One thing that is missing or not the same."""

    VEDTAK = "vedtak"
    PERIODE = "periode"
    SLUTTDATO = "sluttdato"
    FRA = "fra"
    TIL = "til"
    TIMER = "timer"
    FULLTID = "fulltid"


@dataclass(frozen=True)
class Skoleperiode:
    """A period at a school. `fulltid` is True for full time that the county is responsible for (§ 30)."""

    fra: date
    til: date | None
    timer: Decimal
    fulltid: bool = True
    skole: int | None = None


@dataclass(frozen=True)
class Linje:
    """A period and how it stands: ours, theirs, or both; what differs, and since which day."""

    egen: Skoleperiode | None
    registrert: Skoleperiode | None
    tilstand: Tilstand
    avvik: tuple[Avvik, ...] = ()
    siden: date | None = None


def avstem(
    egne: Iterable[Skoleperiode], registrerte: Iterable[Skoleperiode], *, vedtak: bool, i_dag: date
) -> Iterator[Linje]:
    """Yield how each period of one person stands: ours in order, then those only the municipality has.

    Args:
        vedtak: the municipality has registered a vedtak om norskopplæring that grants it.
    """
    egne, registrerte = sammenhengende(egne), sorted(registrerte, key=lambda p: p.fra)
    for egen in egne:
        deres = _samme(egen, registrerte)
        if egen.fulltid:
            yield _linje(egen, deres, vedtak, i_dag)
        elif deres is not None and deres.fulltid:
            yield Linje(egen, deres, Tilstand.ANDRE_TIMER, (Avvik.FULLTID,), egen.fra)
    for deres in registrerte:
        if _samme(deres, egne) is None:
            yield Linje(None, deres, Tilstand.IKKE_HOS_OSS, (), deres.fra)


def sammenhengende(perioder: Iterable[Skoleperiode]) -> list[Skoleperiode]:
    """Return the periods in order, those that only a new class has split as one: the hours are the same."""
    ut: list[Skoleperiode] = []
    for periode in sorted(perioder, key=lambda p: p.fra):
        if ut and _fortsetter(ut[-1], periode):
            ut[-1] = replace(ut[-1], til=periode.til)
        else:
            ut.append(periode)
    return ut


def _fortsetter(foer: Skoleperiode, periode: Skoleperiode) -> bool:
    rett_etter = foer.til is not None and foer.til + timedelta(1) == periode.fra
    return rett_etter and replace(periode, fra=foer.fra, til=foer.til) == foer


def _samme(periode: Skoleperiode, andre: Iterable[Skoleperiode]) -> Skoleperiode | None:
    """Return the other's period of the same days: the one that begins the same day, else the first."""
    treff = [a for a in andre if _overlapper(a, periode)]
    return next((a for a in treff if a.fra == periode.fra), treff[0] if treff else None)


def _overlapper(a: Skoleperiode, b: Skoleperiode) -> bool:
    return (a.til is None or a.til >= b.fra) and (b.til is None or b.til >= a.fra)


def _linje(egen: Skoleperiode, deres: Skoleperiode | None, vedtak: bool, i_dag: date) -> Linje:
    avvik = (() if vedtak else (Avvik.VEDTAK,)) + _avvik(egen, deres, i_dag)
    if Avvik.VEDTAK in avvik:
        return Linje(egen, deres, Tilstand.MANGLER_VEDTAK, avvik, egen.fra)
    if deres is None:
        return Linje(egen, None, Tilstand.MANGLER_PERIODE, avvik, egen.fra)
    if egen.til is not None and egen.til < i_dag and (deres.til is None or deres.til >= i_dag):
        return Linje(egen, deres, Tilstand.AVSLUTTET_HER, avvik, egen.til + timedelta(1))
    if deres.til is None:
        return Linje(egen, deres, Tilstand.MANGLER_SLUTTDATO, avvik, egen.fra)
    if Avvik.FRA in avvik:
        return Linje(egen, deres, Tilstand.ANDRE_DATOER, avvik, min(egen.fra, deres.fra))
    if Avvik.TIL in avvik:
        foerst = min(egen.til or deres.til, deres.til)
        return Linje(egen, deres, Tilstand.ANDRE_DATOER, avvik, foerst + timedelta(1))
    if Avvik.TIMER in avvik:
        return Linje(egen, deres, Tilstand.ANDRE_TIMER, avvik, egen.fra)
    return Linje(egen, deres, Tilstand.STEMMER)


def _avvik(egen: Skoleperiode, deres: Skoleperiode | None, i_dag: date) -> tuple[Avvik, ...]:
    """Return what differs. Where we know no end, any end of theirs that has not passed is as good as ours."""
    if deres is None:
        return (Avvik.PERIODE,)
    annen_slutt = (
        egen.til != deres.til if egen.til is not None else deres.til is not None and deres.til < i_dag
    )
    funn = {
        Avvik.SLUTTDATO: deres.til is None,
        Avvik.FRA: egen.fra != deres.fra,
        Avvik.TIL: deres.til is not None and annen_slutt,
        Avvik.TIMER: egen.timer != deres.timer,
    }
    return tuple(avvik for avvik, ja in funn.items() if ja)
