"""What each recipient has earned for one person, per grant year and quarter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from integrering.grunnmur.kvartal import Kvartal
from tilskudd.rules import dagverdi
from tilskudd.rules.dagverdi import Strekk
from tilskudd.rules.fakta import Bosted, Fakta, FulltidVgo
from tilskudd.rules.ordninger import Ordning
from tilskudd.rules.tilskuddsaar import Tilskuddsaar, stoppdag, utloeste_aar

Satsnoekkel = tuple[Ordning, int, str, int]
"""Scheme, year number, country group, calendar year in which the grant year begins."""


@dataclass(frozen=True)
class Grunnlag:
    """The versions of facts that an amount stands on."""

    personopplysning: int
    vedtak: int
    bosteder: tuple[int, ...]
    vgo: tuple[int, ...] = ()
    stans: int | None = None


@dataclass(frozen=True)
class Opptjent:
    """What one recipient has earned in one quarter of one grant year."""

    aar: Tilskuddsaar
    mottaker: int
    kvartal: Kvartal
    sats: int
    strekk: Strekk
    grunnlag: Grunnlag

    @property
    def dager(self) -> int:
        """Days earned."""
        return dagverdi.dager(self.strekk)

    @property
    def beloep(self) -> int:
        """Whole kroner."""
        return dagverdi.verdi(self.strekk, sats=self.sats, dager_i_aaret=self.aar.dager)


@dataclass(frozen=True)
class Manglende:
    """A grant year with earned days but no rate to use: it gives no line, neither plus nor minus."""

    ordning: Ordning
    aar_nr: int
    landgruppe: str
    budsjettaar: int


@dataclass(frozen=True)
class Opptjening:
    """All a person has earned up to a day, and the grant years that no rate could value."""

    poster: tuple[Opptjent, ...] = ()
    mangler: tuple[Manglende, ...] = ()


@dataclass(frozen=True)
class _Bit:
    """Days of a grant year that hang on one residence, and one period where it is the county's."""

    a: int
    b: int
    bosted: Bosted
    vgo: FulltidVgo | None = None


def opptjening(fakta: Fakta, *, til_og_med: date, satser: Mapping[Satsnoekkel, int]) -> Opptjening:
    """Return what is earned by the visible facts `fakta`, up to and including a day.

    Args:
        fakta: the facts as held at the cut-off (`Fakta.synlige`).
        til_og_med: the last day of the run's quarter.
        satser: rates in whole kroner for a whole grant year.
    """
    poster: list[Opptjent] = []
    mangler: list[Manglende] = []
    for aar in utloeste_aar(fakta):
        slutt = _slutt(aar, fakta, til_og_med)
        bosatt = list(_bosatte_biter(aar, fakta, slutt))
        if not bosatt:
            continue
        sats = satser.get((aar.ordning, aar.aar_nr, aar.landgruppe, aar.budsjettaar))
        if sats is None:
            mangler.append(Manglende(aar.ordning, aar.aar_nr, aar.landgruppe, aar.budsjettaar))
            continue
        poster += _poster(aar, fakta, bosatt, sats)
    return Opptjening(tuple(poster), tuple(mangler))


def _slutt(aar: Tilskuddsaar, fakta: Fakta, til_og_med: date) -> int:
    """Return the number of the first day that is not counted."""
    return aar.dagnummer(min(aar.slutt, til_og_med + timedelta(days=1), stoppdag(fakta)))


def _periode(aar: Tilskuddsaar, fra: date, til: date | None, slutt: int) -> tuple[int, int]:
    """Return a period's day numbers within the year, up to `slutt`."""
    b = slutt if til is None else min(slutt, aar.dagnummer(til + timedelta(days=1)))
    return aar.dagnummer(fra), b


def _bosatte_biter(aar: Tilskuddsaar, fakta: Fakta, slutt: int) -> Iterator[_Bit]:
    """Give the days with a folkeregistrert kommune: the only ones that earn anything, for anyone."""
    for bosted in fakta.bosteder:
        a, b = _periode(aar, bosted.fra, bosted.til, slutt)
        if a < b:
            yield _Bit(a, b, bosted)


def _vgo_biter(aar: Tilskuddsaar, fakta: Fakta, bosatt: list[_Bit]) -> Iterator[_Bit]:
    """Give the days that are a county's: in a qualifying period, and with a folkeregistrert kommune."""
    for periode in fakta.kvalifiserende_vgo:
        for bit in bosatt:
            a, b = _periode(aar, periode.fra, periode.til, bit.b)
            a = max(a, bit.a)
            if a < b:
                yield _Bit(a, b, bit.bosted, periode)


def _poster(aar: Tilskuddsaar, fakta: Fakta, bosatt: list[_Bit], sats: int) -> Iterator[Opptjent]:
    """Share the days: to the county of the period that holds the day, else to the municipality of the day."""
    fylkets = list(_vgo_biter(aar, fakta, bosatt))
    for fylke in sorted({bit.vgo.fylke for bit in fylkets if bit.vgo}):
        egne = [bit for bit in fylkets if bit.vgo and bit.vgo.fylke == fylke]
        yield from _per_kvartal(aar, fakta, fylke, egne, [], sats)
    for kommune in sorted({bit.bosted.kommune for bit in bosatt}):
        egne = [bit for bit in bosatt if bit.bosted.kommune == kommune]
        avgitt = [bit for bit in fylkets if bit.bosted.kommune == kommune]
        yield from _per_kvartal(aar, fakta, kommune, egne, avgitt, sats)


def _per_kvartal(
    aar: Tilskuddsaar, fakta: Fakta, mottaker: int, egne: list[_Bit], avgitt: list[_Bit], sats: int
) -> Iterator[Opptjent]:
    """Cut a recipient's days (own minus given away) into quarters."""
    alle = dagverdi.uten(_strekk(egne), _strekk(avgitt))
    kvartal = Kvartal.for_dato(aar.fra)
    while kvartal.fra < aar.slutt:
        vindu = (aar.dagnummer(kvartal.fra), aar.dagnummer(kvartal.neste().fra))
        strekk = dagverdi.snitt(alle, (vindu,))
        if strekk:
            grunnlag = _grunnlag(aar, fakta, [*egne, *avgitt], vindu)
            yield Opptjent(aar, mottaker, kvartal, sats, strekk, grunnlag)
        kvartal = kvartal.neste()


def _strekk(biter: list[_Bit]) -> Strekk:
    return dagverdi.slaa_sammen((bit.a, bit.b) for bit in biter)


def _grunnlag(aar: Tilskuddsaar, fakta: Fakta, biter: list[_Bit], vindu: tuple[int, int]) -> Grunnlag:
    """Name the facts behind a recipient's quarter: also the periods that took days away."""
    opplysning, vedtak = fakta.personopplysning, fakta.foerste_vedtak
    assert opplysning is not None and vedtak is not None  # noqa: S101 - a triggered year has both
    naer = [bit for bit in biter if bit.a < vindu[1] and vindu[0] < bit.b]
    bosteder = {bit.bosted.id for bit in naer}
    if aar.ordning is Ordning.P_AR and fakta.foerste_bosted:
        bosteder.add(fakta.foerste_bosted.id)  # the entry hangs on it
    stans = fakta.foerste_stans
    return Grunnlag(
        personopplysning=opplysning.id,
        vedtak=vedtak.id,
        bosteder=tuple(sorted(bosteder)),
        vgo=tuple(sorted({bit.vgo.id for bit in naer if bit.vgo})),
        stans=stans.id if stans and aar.dagnummer(stans.fra) < vindu[1] else None,
    )
