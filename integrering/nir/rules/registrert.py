"""A registration as a value: what rules look at, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Registrert:
    """One registration that holds.

    Attributes:
        slag: the kind, by its slug.
        start: the date it is sorted by.
        registrering: which registration it is, for a link to correct it.
        verdier: its columns; dates as dates, codes as texts.
    """

    slag: str
    start: date
    verdier: Mapping[str, Any] = field(default_factory=dict)
    registrering: UUID | None = None

    @property
    def slutt(self) -> date | None:
        """Last day of a period; None for what has none or goes on."""
        til: date | None = self.verdier.get("til")
        return til

    def varer(self, dag: date) -> bool:
        """Return True when the day lies in the period."""
        return self.start <= dag and (self.slutt is None or dag <= self.slutt)


@dataclass(frozen=True, kw_only=True)
class Registrerte:
    """All registrations of one person that hold, by kind, oldest first."""

    per_slag: Mapping[str, tuple[Registrert, ...]] = field(default_factory=dict)

    def av(self, slag: str) -> tuple[Registrert, ...]:
        """Return those of a kind."""
        return self.per_slag.get(slag, ())

    def siste(self, slag: str, **verdier: Any) -> Registrert | None:
        """Return the newest of a kind, with these values."""
        rader = [r for r in self.av(slag) if all(r.verdier.get(k) == v for k, v in verdier.items())]
        return rader[-1] if rader else None

    def har(self, slag: str, **verdier: Any) -> bool:
        """Return True when there is one of the kind, with these values."""
        return self.siste(slag, **verdier) is not None


def samle(rader: Iterable[Registrert]) -> Registrerte:
    """Return the registrations sorted by kind and start."""
    per_slag: dict[str, list[Registrert]] = {}
    for rad in sorted(rader, key=lambda r: r.start):
        per_slag.setdefault(rad.slag, []).append(rad)
    return Registrerte(per_slag={slag: tuple(liste) for slag, liste in per_slag.items()})
