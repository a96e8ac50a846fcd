"""The prognosis: what is expected in the quarters whose money is paid in the next four."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integrering.grunnmur.kvartal import Kvartal
from tilskudd.utsikter.models import Gruppe, Prognose


@dataclass(frozen=True)
class Spenn:
    """What a group earns in a quarter: by what is registered, and if all were."""

    registrert: int = 0
    alt: int = 0
    anslag: int = 0
    dager_uten_sats: int = 0

    @property
    def lav(self) -> int:
        """The least of the two."""
        return min(self.registrert, self.alt)

    @property
    def hoey(self) -> int:
        """The most of the two."""
        return max(self.registrert, self.alt)

    def __add__(self, andre: Spenn) -> Spenn:
        return Spenn(
            self.registrert + andre.registrert, self.alt + andre.alt, self.anslag + andre.anslag,
            self.dager_uten_sats + andre.dager_uten_sats,
        )  # fmt: skip


@dataclass(frozen=True)
class Kvartalsprognose:
    """A quarter, and what each group of recipients earns in it."""

    kvartal: Kvartal
    grupper: Mapping[str, Spenn]

    @property
    def utbetales(self) -> Kvartal:
        """The first quarter it can be paid in."""
        return self.kvartal.neste()

    @property
    def fylket(self) -> Spenn:
        """Our own county's."""
        return self.grupper.get(Gruppe.FYLKET, Spenn())

    @property
    def kommunene(self) -> Spenn:
        """The municipalities', as a control."""
        return self.grupper.get(Gruppe.KOMMUNENE, Spenn())

    @property
    def andre(self) -> Spenn:
        """Other counties'."""
        return self.grupper.get(Gruppe.ANDRE, Spenn())


@dataclass(frozen=True)
class Prognoseside:
    """The quarters in order, and when it was computed."""

    kvartaler: tuple[Kvartalsprognose, ...]
    beregnet: datetime

    @property
    def fylket(self) -> Spenn:
        """Our own county's, in all."""
        return sum((k.fylket for k in self.kvartaler), Spenn())

    @property
    def kommunene(self) -> Spenn:
        """The municipalities', in all."""
        return sum((k.kommunene for k in self.kvartaler), Spenn())

    @property
    def andre(self) -> Spenn:
        """Other counties', in all."""
        return sum((k.andre for k in self.kvartaler), Spenn())


def prognose() -> Prognoseside | None:
    """Return the stored prognosis, or None before the first. One query."""
    per: dict[Kvartal, dict[str, Spenn]] = {}
    beregnet: datetime | None = None
    for rad in Prognose.objects.order_by("kvartal", "gruppe"):
        beregnet = rad.beregnet
        per.setdefault(rad.kvartal, {})[rad.gruppe] = Spenn(
            rad.registrert, rad.alt, rad.anslag, rad.dager_uten_sats
        )
    if beregnet is None:
        return None
    kvartaler = tuple(Kvartalsprognose(k, grupper) for k, grupper in per.items())
    return Prognoseside(kvartaler, beregnet)
