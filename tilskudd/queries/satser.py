"""Rates: which runs used them, and which are missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from tilskudd.models import Kjoeringssats, Sats, Satsstatus
from tilskudd.rules.ordninger import ANTALL_AAR, LANDGRUPPER, Ordning, kode

Noekkel = tuple[str, int, str, int]
"""Scheme, year number, country group, budget year."""


def noekkel(sats: Sats | Kjoeringssats) -> Noekkel:
    """Return what a rate is for."""
    return sats.ordning, sats.aar_nr, sats.landgruppe, sats.budsjettaar


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
