"""What is known of a person, as values: all versions of what releases the grant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from integrering.grunnmur.datoer import pluss_aar
from integrering.nir.rules.lovspor import TILSKUDDSAAR, Lovspor, kan_utloese_tilskudd, lovspor
from integrering.nir.rules.vgo import er_fulltid


@dataclass(frozen=True, kw_only=True)
class Versjon:
    """One version of a registration: when it was made, and whether it still holds."""

    registrering: UUID
    registrert: datetime
    gjelder: bool = True
    annullert: bool = False


@dataclass(frozen=True, kw_only=True)
class VedtakVersjon(Versjon):
    """Vedtak om norskopplæring."""

    startdato: date


@dataclass(frozen=True, kw_only=True)
class PeriodeVersjon(Versjon):
    """Fulltid videregående."""

    fra: date
    til: date | None
    timer_per_uke: Decimal
    kombinasjonsklasse: bool = False
    hovedansvar_fylke: bool = False

    @property
    def fulltid(self) -> bool:
        """True when the hours or the class make it the county's."""
        return er_fulltid(self.timer_per_uke, self.kombinasjonsklasse, self.hovedansvar_fylke)

    @property
    def utloeser(self) -> bool:
        """True when it is full-time and has an end date: only such a version counts as registered."""
        return self.fulltid and self.til is not None and not self.annullert


@dataclass(frozen=True, kw_only=True)
class Opplysning:
    """Birth date, permit and country group, as they stand now."""

    foedselsdato: date
    tillatelse: str
    tillatelse_dato: date
    landgruppe: str = ""

    @property
    def spor(self) -> Lovspor:
        """The law track."""
        return lovspor(
            tillatelse=self.tillatelse, foedt=self.foedselsdato, tillatelse_dato=self.tillatelse_dato
        )


V = TypeVar("V", bound=Versjon)


@dataclass(frozen=True, kw_only=True)
class Situasjon:
    """One person's registrations. `vedtak` and `perioder` hold all versions, old ones too."""

    opplysning: Opplysning | None = None
    foerste_bosted: date | None = None
    vedtak: tuple[VedtakVersjon, ...] = ()
    perioder: tuple[PeriodeVersjon, ...] = ()

    @property
    def spor(self) -> Lovspor | None:
        """The law track, or None while nothing is known."""
        return self.opplysning.spor if self.opplysning else None

    @property
    def kan_utloese(self) -> bool:
        """True when permit and age open a grant at all."""
        return self.spor is not None and kan_utloese_tilskudd(self.spor)

    @property
    def gjeldende_vedtak(self) -> tuple[VedtakVersjon, ...]:
        """The decisions that hold now."""
        return tuple(v for v in self.vedtak if v.gjelder)

    @property
    def gjeldende_perioder(self) -> tuple[PeriodeVersjon, ...]:
        """The periods that hold now."""
        return tuple(p for p in self.perioder if p.gjelder)

    @property
    def inntreden(self) -> date | None:
        """First day of grant year 1: the later of permit and first kommune; § 34: the first start date."""
        if self.spor is Lovspor.KOLLEKTIV:
            return min((v.startdato for v in self.gjeldende_vedtak), default=None)
        if self.opplysning is None or self.foerste_bosted is None:
            return None
        return max(self.opplysning.tillatelse_dato, self.foerste_bosted)

    @property
    def tilskudd_slutt(self) -> date | None:
        """First day after the last grant year, or None while there is none."""
        if self.spor is None or self.inntreden is None or not self.kan_utloese:
            return None
        return pluss_aar(self.inntreden, TILSKUDDSAAR[self.spor])

    def i_tilskuddsaar(self, periode: PeriodeVersjon) -> bool:
        """Return False for a period known to lie wholly before or after the grant years: it earns nothing."""
        fra, slutt = self.inntreden, self.tilskudd_slutt
        if fra is None or slutt is None:
            return True
        return periode.fra < slutt and (periode.til is None or fra <= periode.til)

    def med_vedtak(self, ny: VedtakVersjon) -> Situasjon:
        """Return the situation after `ny` is registered or corrected."""
        return replace(self, vedtak=_etter(self.vedtak, ny))

    def med_periode(self, ny: PeriodeVersjon) -> Situasjon:
        """Return the situation after `ny` is registered or corrected."""
        return replace(self, perioder=_etter(self.perioder, ny))


def _etter(versjoner: Iterable[V], ny: V) -> tuple[V, ...]:
    gamle = (replace(v, gjelder=False) if v.registrering == ny.registrering else v for v in versjoner)
    return (*gamle, ny)
