"""The clock of registration: two months after the information exists (forskriften §§ 58, 59)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules.situasjon import Situasjon

REGISTRERINGSFRIST_MAANEDER = 2
# Training is offered as soon as possible and within three months of being settled (integreringsloven § 30).
VEDTAKSFRIST_MAANEDER = 3


@dataclass(frozen=True)
class Registreringsfrist:
    """When a registration was or is due, seen from the day it is made (or today while it is missing)."""

    kjent: date
    sett_fra: date

    @property
    def dato(self) -> date:
        """Last day to register."""
        return registreringsfrist(self.kjent)

    @property
    def dager_over(self) -> int:
        """Days past the deadline; 0 when kept."""
        return max(0, (self.sett_fra - self.dato).days)


def registreringsfrist(kjent: date) -> date:
    """Return the last day to register what became known on the day."""
    return pluss_maaneder(kjent, REGISTRERINGSFRIST_MAANEDER)


def vedtak_burde_vaert_kjent(s: Situasjon) -> date | None:
    """Return the day a missing vedtak should exist: the school start, or three months after being settled."""
    skole = min((p.fra for p in s.gjeldende_perioder), default=None)
    bosatt = pluss_maaneder(s.foerste_bosted, VEDTAKSFRIST_MAANEDER) if s.foerste_bosted else None
    return min((dag for dag in (skole, bosatt) if dag), default=None)


def sluttdato_burde_vaert_kjent(s: Situasjon) -> date | None:
    """Return the day an end date should be known: the first day of the earliest period that lacks one."""
    return min((p.fra for p in s.gjeldende_perioder if p.til is None), default=None)
