"""Runs in tests: an adviser calculates, an approver approves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tilskudd import actions
from tilskudd.models import Kjoering, Sats, Satsforslag
from tilskudd.rules.opptjening import Satsnoekkel
from tilskudd.rules.ordninger import Ordning

BELOEP = {("P-AR", 1, "H"): 36_500, ("P-AR", 2, "H"): 73_000, ("P-AR", 3, "H"): 50_000} | {
    ("P-AR", 1, "L"): 13_600,
    ("P-AR", 2, "L"): 24_100,
    ("P-AR", 3, "L"): 15_001,
    ("P37D", 1, ""): 45_000,
}


@contextmanager
def i_egen_transaksjon() -> Iterator[None]:
    """Run the block and forget it: for examples of a property within one test."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def sett_satser(fra: int = 2018, til: int = 2030, status: str = "vedtatt") -> dict[Satsnoekkel, int]:
    """Replace all rates by the ones of the worked examples, a little higher every year after 2024."""
    with kontekst(motor_kontekst()):
        Sats.objects.all().delete()
        satser = [
            Sats(
                ordning=o, aar_nr=nr, landgruppe=g, budsjettaar=aar, status=status, kilde="Prøve",
                beloep=beloep + max(0, aar - 2024) * 100,
            )
            for (o, nr, g), beloep in BELOEP.items()
            for aar in range(fra, til)
        ]  # fmt: skip
        Sats.objects.bulk_create(satser)
    return {(Ordning(s.ordning), s.aar_nr, s.landgruppe, s.budsjettaar): s.beloep for s in satser}


def vedta(forslag: Any, av: Aktoer | None = None) -> Sats:
    """Let a second person adopt a proposal, and return the rate it became."""
    assert isinstance(forslag, Satsforslag)
    actions.vedta_sats(forslag=forslag, av=av or fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER))
    felt = ("ordning", "aar_nr", "landgruppe", "budsjettaar")
    with kontekst(motor_kontekst()):
        satser = Sats.objects.exclude(status="eksempel")
        return satser.get(**{f: getattr(forslag, f) for f in felt})


def lag_satsforslag(av: Aktoer | None = None, **annet: Any) -> Satsforslag:
    """Return a rate for 2031 that one person has entered and that waits for another."""
    verdier: dict[str, Any] = {
        "ordning": "P-AR", "aar_nr": 1, "landgruppe": "H", "budsjettaar": 2031, "beloep": 41_000,
        "status": "vedtatt", "kilde": "Rundskriv",
    } | annet  # fmt: skip
    forslag = actions.lagre_sats(**verdier, av=av or fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER))
    assert isinstance(forslag, Satsforslag)
    return forslag


class Runder:
    """The people of a payout."""

    def __init__(self) -> None:
        self.raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER, skjermede=True)
        self.godkjenner = fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER, skjermede=True)

    def beregn(self, kvartal: str, **valg: Any) -> Kjoering:
        """Calculate a quarter."""
        return actions.beregn_kjoering(kvartal=Kvartal.parse(kvartal), av=self.raadgiver, **valg)

    def godkjenn(self, kjoering: Kjoering) -> Kjoering:
        """Send and approve a run."""
        actions.send_til_godkjenning(kjoering=kjoering, av=self.raadgiver)
        return actions.godkjenn(kjoering=kjoering, av=self.godkjenner)

    def bokfoer(self, kvartal: str, **valg: Any) -> Kjoering:
        """Calculate, send and approve a quarter."""
        return self.godkjenn(self.beregn(kvartal, **valg))
