"""Rates: the table, which runs used them, and which are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from tilskudd.models import Kjoering, Kjoeringssats, Sats, Satsstatus
from tilskudd.rules.ordninger import ANTALL_AAR, LANDGRUPPER, Ordning, kode
from tilskudd.tekster import ordningsnavn

Noekkel = tuple[str, int, str, int]
"""Scheme, year number, country group, budget year."""


def noekkel(sats: Sats | Kjoeringssats) -> Noekkel:
    """Return what a rate is for."""
    return sats.ordning, sats.aar_nr, sats.landgruppe, sats.budsjettaar


@dataclass(frozen=True)
class Satsrad:
    """A rate and the runs that used it."""

    sats: Sats
    brukt_i: tuple[Kjoering, ...]

    @property
    def sist_brukt_i(self) -> Kjoering | None:
        """The latest run that used it."""
        return self.brukt_i[-1] if self.brukt_i else None

    @property
    def ordningsnavn(self) -> str:
        """IMDi's code in words."""
        return ordningsnavn(self.sats.kode, self.sats.aar_nr)


def satser() -> QuerySet[Sats]:
    """Return rates, newest year first."""
    return Sats.objects.order_by("-budsjettaar", "ordning", "aar_nr", "landgruppe", "status")


def satsrader() -> list[Satsrad]:
    """Return rates with the runs that used them, by the amount and status they had then."""
    brukt: dict[tuple[Noekkel, bool], list[Kjoering]] = {}
    for pinnet in (
        Kjoeringssats.objects.filter(brukt=True)
        .exclude(kjoering__tilstand="forkastet")
        .select_related("kjoering")
        .order_by("kjoering__kvartal")
    ):
        eksempel = pinnet.status == Satsstatus.EKSEMPEL
        brukt.setdefault((noekkel(pinnet), eksempel), []).append(pinnet.kjoering)
    return [Satsrad(s, tuple(brukt.get((noekkel(s), s.status == Satsstatus.EKSEMPEL), ()))) for s in satser()]


def er_brukt(sats: Sats) -> bool:
    """Say whether a run has used the rate."""
    ordning, aar_nr, landgruppe, budsjettaar = noekkel(sats)
    pinnet = Kjoeringssats.objects.filter(
        brukt=True, ordning=ordning, aar_nr=aar_nr, landgruppe=landgruppe, budsjettaar=budsjettaar
    )
    if sats.status == Satsstatus.EKSEMPEL:
        return pinnet.filter(status=Satsstatus.EKSEMPEL).exists()
    return pinnet.exclude(status=Satsstatus.EKSEMPEL).exists()


def finnes(verdier: Mapping[str, Any]) -> bool:
    """Say whether there is a rate for the same; an example stands beside a real one."""
    like = Sats.objects.filter(**{n: verdier[n] for n in ("ordning", "aar_nr", "landgruppe", "budsjettaar")})
    if verdier["status"] == Satsstatus.EKSEMPEL:
        return like.filter(status=Satsstatus.EKSEMPEL).exists()
    return like.exclude(status=Satsstatus.EKSEMPEL).exists()


def brukbare_statuser() -> list[str]:
    """Return the statuses that may become a number in an approved run."""
    return [Satsstatus.VEDTATT, Satsstatus.EKSEMPEL] if settings.DEMO else [Satsstatus.VEDTATT]


def manglende_koder(aar: int) -> list[str]:
    """Return IMDi's codes that have no usable rate in the year: «P-AR1-H» …"""
    finnes = {noekkel(s)[:3] for s in Sats.objects.filter(budsjettaar=aar, status__in=brukbare_statuser())}
    kreves = [
        (ordning, nr, gruppe)
        for ordning in Ordning
        for nr in range(1, ANTALL_AAR[ordning] + 1)
        for gruppe in (LANDGRUPPER if ordning is Ordning.P_AR else ("",))
    ]
    return [kode(o, nr, g) for o, nr, g in kreves if (o.value, nr, g) not in finnes]
