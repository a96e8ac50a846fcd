"""From which quarter the county's part of the grant can be paid, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from integrering.grunnmur.kvartal import Kvartal, tidligste_utbetaling
from integrering.nir.rules.situasjon import PeriodeVersjon, Situasjon


class Mangel(StrEnum):
    """What a person lacks for the grant, in the order it should be mended."""

    OPPLYSNINGER = "opplysninger"
    BOSTED = "bosted"
    VEDTAK = "vedtak"
    PERIODE = "periode"
    SLUTTDATO = "sluttdato"
    TIMER = "timer"
    HOVEDANSVAR = "hovedansvar"
    LANDGRUPPE = "landgruppe"


@dataclass(frozen=True)
class Utsikt:
    """When a period's two registrations were made, and the first quarter that can pay for it."""

    periode: UUID | None
    vedtak_registrert: datetime | None
    periode_registrert: datetime | None

    @property
    def kvartal(self) -> Kvartal | None:
        """The quarter after the later registration (IMDi), or None while one is missing."""
        if self.vedtak_registrert is None or self.periode_registrert is None:
            return None
        return tidligste_utbetaling(self.vedtak_registrert, self.periode_registrert)


def vedtak_registrert(s: Situasjon) -> datetime | None:
    """Return when the first vedtak that triggers a grant year was registered.

    A version counts when its decision still holds, and training starts before the last grant year ends.
    """
    holder = {v.registrering for v in s.gjeldende_vedtak}
    slutt = s.tilskudd_slutt
    return min(
        (
            v.registrert
            for v in s.vedtak
            if v.registrering in holder and not v.annullert and slutt is not None and v.startdato < slutt
        ),
        default=None,
    )


def periode_registrert(s: Situasjon, registrering: UUID) -> datetime | None:
    """Return when the period was first registered as full-time and with an end date."""
    return min(
        (p.registrert for p in s.perioder if p.registrering == registrering and p.utloeser), default=None
    )


def utsikt_for(s: Situasjon, periode: PeriodeVersjon) -> Utsikt:
    """Return the outlook of one current period. One that does not qualify, or earns no day, has no date."""
    teller = periode.utloeser and s.i_tilskuddsaar(periode)
    registrert = periode_registrert(s, periode.registrering) if teller else None
    return Utsikt(periode.registrering, vedtak_registrert(s), registrert)


def utsikt(s: Situasjon) -> Utsikt:
    """Return the outlook of the person: that of the period which pays first."""
    alle = [utsikt_for(s, p) for p in s.gjeldende_perioder]
    if not alle:
        return Utsikt(None, vedtak_registrert(s), None)
    senere = Kvartal(2200, 4)
    return min(alle, key=lambda u: (u.kvartal or senere, u.periode_registrert is None))


def mangler(s: Situasjon, i_dag: date) -> tuple[Mangel, ...]:
    """Return what is missing for the grant. Nothing is missing where no grant is possible.

    A missing vedtak or period is only asked for while grant years remain, or when the other one exists:
    then money is already lost until it comes.
    """
    if s.opplysning is None:
        return (Mangel.OPPLYSNINGER,)
    if not s.kan_utloese:
        return ()
    slutt = s.tilskudd_slutt
    aapent = slutt is None or i_dag < slutt
    funn = []
    if s.foerste_bosted is None:
        funn.append(Mangel.BOSTED)
    if not s.gjeldende_vedtak and (aapent or s.gjeldende_perioder):
        funn.append(Mangel.VEDTAK)
    if not s.gjeldende_perioder and aapent:
        funn.append(Mangel.PERIODE)
    if any(p.fulltid and p.til is None for p in s.gjeldende_perioder):
        funn.append(Mangel.SLUTTDATO)
    funn += _ikke_fulltid(s)
    if not s.opplysning.landgruppe and s.opplysning.tillatelse != "9e":
        funn.append(Mangel.LANDGRUPPE)
    return tuple(funn)


def _ikke_fulltid(s: Situasjon) -> list[Mangel]:
    svake = [p for p in s.gjeldende_perioder if not p.fulltid]
    funn = [Mangel.TIMER] if any(not p.kombinasjonsklasse for p in svake) else []
    return funn + ([Mangel.HOVEDANSVAR] if any(p.kombinasjonsklasse for p in svake) else [])
