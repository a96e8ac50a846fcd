"""Which registrations somebody should make, and when they are due. Pure.

Nothing is asked for that `utbetaling.mangler` does not find missing; here it is told how urgent it is. Where
a fact has a day it should have been known, the due date is the registration deadline two months later
(forskriften §§ 58, 59). A missing vedtak before anyone goes to school is due when the law wants it: three
months after the person settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules.frister import (
    VEDTAKSFRIST_MAANEDER,
    registreringsfrist,
    sluttdato_burde_vaert_kjent,
    vedtak_burde_vaert_kjent,
)
from integrering.nir.rules.situasjon import PeriodeVersjon, Situasjon
from integrering.nir.rules.utbetaling import Mangel, mangler

# A municipality that reports a move is told to expect an answer within a week.
FLYTTING_DAGER = 7


class Behov(StrEnum):
    """What somebody should do: the codes of the rules."""

    OPPLYSNINGER = "OPPLYSNINGER_MANGLER"
    BOSTED = "BOSTED_MANGLER"
    VEDTAK_UTEN_PERIODE = "VEDTAK_FRIST"
    VEDTAK_MED_PERIODE = "FULLTID_VGO_VEDTAK"
    PERIODE = "FULLTID_VGO_PERIODE"
    SLUTTDATO = "FULLTID_VGO_SLUTTDATO"
    TIMER = "FULLTID_VGO_TIMER"
    HOVEDANSVAR = "FULLTID_VGO_HOVEDANSVAR"
    LANDGRUPPE = "LANDGRUPPE_MANGLER"


@dataclass(frozen=True)
class Funn:
    """One thing to register.

    Attributes:
        behov: what.
        mangel: the same as `utbetaling` calls it: names the form.
        frist: the last day; None when no day is set.
        siden: the day it is counted from, told in the explanation.
        registreres: the registration deadline, where it comes later than `frist`.
        registrering: the registration to correct, where it is no new one.
    """

    behov: Behov
    mangel: Mangel
    frist: date | None = None
    siden: date | None = None
    registreres: date | None = None
    registrering: UUID | None = None


def funn(s: Situasjon, i_dag: date) -> tuple[Funn, ...]:
    """Return what should be registered about a person, in the order it should be mended.

    Whether someone goes to school is asked when there is a vedtak: until then the vedtak is what is missing.
    """
    alt = mangler(s, i_dag)
    ut = [_FINN[hva](s) for hva in alt]
    return tuple(f for f in ut if not (f.behov is Behov.PERIODE and Mangel.VEDTAK in alt))


def _uten_frist(behov: Behov, mangel: Mangel) -> Callable[[Situasjon], Funn]:
    return lambda _situasjon: Funn(behov, mangel)


def _vedtak(s: Situasjon) -> Funn:
    """With a school period money is lost until the vedtak is registered; else the three months count."""
    if s.gjeldende_perioder:
        kjent = vedtak_burde_vaert_kjent(s)
        frist = registreringsfrist(kjent) if kjent else None
        return Funn(Behov.VEDTAK_MED_PERIODE, Mangel.VEDTAK, frist, min(p.fra for p in s.gjeldende_perioder))
    bosatt = s.foerste_bosted
    frist = pluss_maaneder(bosatt, VEDTAKSFRIST_MAANEDER) if bosatt else None
    return Funn(
        Behov.VEDTAK_UTEN_PERIODE, Mangel.VEDTAK, frist, bosatt, registreringsfrist(frist) if frist else None
    )


def _sluttdato(s: Situasjon) -> Funn:
    kjent = sluttdato_burde_vaert_kjent(s)
    aapen = next(p for p in s.gjeldende_perioder if p.fulltid and p.til is None)
    frist = registreringsfrist(kjent) if kjent else None
    return Funn(Behov.SLUTTDATO, Mangel.SLUTTDATO, frist, kjent, registrering=aapen.registrering)


def _timer(s: Situasjon) -> Funn:
    svak = _foerste(p for p in s.gjeldende_perioder if not p.fulltid and not p.kombinasjonsklasse)
    return Funn(Behov.TIMER, Mangel.TIMER, siden=svak.fra, registrering=svak.registrering)


def _hovedansvar(s: Situasjon) -> Funn:
    svak = _foerste(p for p in s.gjeldende_perioder if not p.fulltid and p.kombinasjonsklasse)
    return Funn(Behov.HOVEDANSVAR, Mangel.HOVEDANSVAR, siden=svak.fra, registrering=svak.registrering)


def _foerste(perioder: Iterable[PeriodeVersjon]) -> PeriodeVersjon:
    return min(perioder, key=lambda p: p.fra)


_FINN: dict[Mangel, Callable[[Situasjon], Funn]] = {
    Mangel.OPPLYSNINGER: _uten_frist(Behov.OPPLYSNINGER, Mangel.OPPLYSNINGER),
    Mangel.BOSTED: _uten_frist(Behov.BOSTED, Mangel.BOSTED),
    Mangel.VEDTAK: _vedtak,
    Mangel.PERIODE: _uten_frist(Behov.PERIODE, Mangel.PERIODE),
    Mangel.SLUTTDATO: _sluttdato,
    Mangel.TIMER: _timer,
    Mangel.HOVEDANSVAR: _hovedansvar,
    Mangel.LANDGRUPPE: _uten_frist(Behov.LANDGRUPPE, Mangel.LANDGRUPPE),
}


@dataclass(frozen=True)
class AapenFlytting:
    """A move that waits for a decision: the case, and the day it was reported."""

    sak: int
    meldt: date


def flyttingsfrist(sak: AapenFlytting) -> date:
    """Return the day the move should be decided on."""
    return sak.meldt + timedelta(days=FLYTTING_DAGER)
