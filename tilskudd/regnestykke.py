"""A line's arithmetic, written out: R(b) − R(a) for each stretch of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tilskudd.models import Linje
from tilskudd.rules.dagverdi import opptjent_til


@dataclass(frozen=True)
class Strekkverdi:
    """One stretch of days of a grant year and what it is worth. Days are numbered from 0."""

    foerste: int
    siste: int
    fra: date
    til: date
    verdi_til: int
    verdi_foer: int

    @property
    def dager(self) -> int:
        """Days in the stretch; also in words «the first `siste + 1` days less the first `foerste`»."""
        return self.siste - self.foerste + 1

    @property
    def antall_til(self) -> int:
        """How many days R counts at the end of the stretch."""
        return self.siste + 1

    @property
    def verdi(self) -> int:
        """Kroner."""
        return self.verdi_til - self.verdi_foer


def strekkverdier(
    strekk: Iterable[tuple[int, int]], *, aar_fra: date, sats: int, dager_i_aaret: int
) -> list[Strekkverdi]:
    """Return each stretch `[a, b)` with its dates and R(b), R(a)."""
    return [
        Strekkverdi(
            foerste=a,
            siste=b - 1,
            fra=aar_fra + timedelta(days=a),
            til=aar_fra + timedelta(days=b - 1),
            verdi_til=opptjent_til(b, sats=sats, dager_i_aaret=dager_i_aaret),
            verdi_foer=opptjent_til(a, sats=sats, dager_i_aaret=dager_i_aaret),
        )
        for a, b in strekk
    ]


def regnestykke(linje: Linje) -> list[Strekkverdi]:
    """Return the stretches of a line as it is now."""
    return strekkverdier(
        linje.strekk, aar_fra=linje.aar_fra, sats=linje.sats, dager_i_aaret=linje.dager_i_aaret
    )
