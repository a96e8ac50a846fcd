"""The facts the engine stands on: rows with two clocks, as values.

Valid time (`fra`, `til` inclusive, or one date) decides how much; transaction time `[registrert, erstattet)`
decides when earliest. `id` names one version, `registrering` the fact that the versions are of.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

FULLTID_TIMER = Decimal(30)


@dataclass(frozen=True, kw_only=True)
class Versjon:
    """One version of a fact."""

    id: int
    registrering: str
    registrert: datetime
    erstattet: datetime | None = None
    annullert: bool = False

    def synlig(self, instant: datetime) -> bool:
        """Return True when the system held this version to be true at the instant."""
        return (
            not self.annullert
            and self.registrert <= instant
            and (self.erstattet is None or instant < self.erstattet)
        )


@dataclass(frozen=True, kw_only=True)
class Personopplysning(Versjon):
    """Birth date, permit and country group («H», «L» or «» when unknown)."""

    foedselsdato: date
    tillatelse: str
    tillatelse_dato: date
    landgruppe: str


@dataclass(frozen=True, kw_only=True)
class Bosted(Versjon):
    """Folkeregistrert in a municipality for a period."""

    kommune: int
    fra: date
    til: date | None


@dataclass(frozen=True, kw_only=True)
class Vedtak(Versjon):
    """A decision that Norwegian training is given, from a start date. The first of the two registrations."""

    startdato: date
    ordning: str = "norsk"
    vedtakstype: str = "innvilget"

    @property
    def gjelder(self) -> bool:
        """True for the kind of decision that can trigger a grant."""
        return self.ordning == "norsk" and self.vedtakstype == "innvilget"


@dataclass(frozen=True, kw_only=True)
class FulltidVgo(Versjon):
    """A period in upper-secondary education, given by a county. The second of the two registrations."""

    fylke: int
    fra: date
    til: date | None
    timer_per_uke: Decimal
    kombinasjonsklasse: bool = False
    hovedansvar_fylke: bool = False

    @property
    def fulltid(self) -> bool:
        """True from 30 hours a week, or in a combination class with the main responsibility at the county."""
        return self.timer_per_uke >= FULLTID_TIMER or (self.kombinasjonsklasse and self.hovedansvar_fylke)

    @property
    def kvalifiserer(self) -> bool:
        """True when full-time and both start and end dates are registered."""
        return self.fulltid and self.til is not None


@dataclass(frozen=True, kw_only=True)
class Stans(Versjon):
    """Training has been stopped from a date."""

    fra: date
    varighet: str
    ordning: str = "norsk"

    @property
    def gjelder(self) -> bool:
        """True for a permanent stop of Norwegian training. Leave and temporary stops change nothing."""
        return self.ordning == "norsk" and self.varighet == "permanent"


_V = TypeVar("_V", bound=Versjon)


@dataclass(frozen=True)
class Fakta:
    """All versions of one person's facts."""

    personopplysninger: tuple[Personopplysning, ...] = ()
    bosteder: tuple[Bosted, ...] = ()
    vedtak: tuple[Vedtak, ...] = ()
    vgo: tuple[FulltidVgo, ...] = ()
    stans: tuple[Stans, ...] = ()

    def synlige(self, instant: datetime) -> Fakta:
        """Return the facts as the system held them at the instant."""

        def sett(versjoner: tuple[_V, ...]) -> tuple[_V, ...]:
            return tuple(v for v in versjoner if v.synlig(instant))

        return Fakta(
            personopplysninger=sett(self.personopplysninger),
            bosteder=sett(self.bosteder),
            vedtak=sett(self.vedtak),
            vgo=sett(self.vgo),
            stans=sett(self.stans),
        )

    @property
    def personopplysning(self) -> Personopplysning | None:
        """The one visible version, if any. The database keeps one per person."""
        return self.personopplysninger[0] if self.personopplysninger else None

    @property
    def foerste_vedtak(self) -> Vedtak | None:
        """The decision with the earliest start among those that can trigger."""
        aktuelle = [v for v in self.vedtak if v.gjelder]
        return min(aktuelle, key=lambda v: (v.startdato, v.id), default=None)

    @property
    def foerste_bosted(self) -> Bosted | None:
        """The earliest residence in a municipality."""
        return min(self.bosteder, key=lambda b: (b.fra, b.id), default=None)

    @property
    def foerste_stans(self) -> Stans | None:
        """The earliest permanent stop; a later decision does not reopen."""
        aktuelle = [s for s in self.stans if s.gjelder]
        return min(aktuelle, key=lambda s: (s.fra, s.id), default=None)

    @property
    def kvalifiserende_vgo(self) -> tuple[FulltidVgo, ...]:
        """The periods that move days to a county."""
        return tuple(v for v in self.vgo if v.kvalifiserer)
