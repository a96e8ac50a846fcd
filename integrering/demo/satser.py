"""Example rates: round numbers that are nobody's, marked as such wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tilskudd.models import Sats, Satsstatus

KILDE = "Eksempel for demo – ikke en sats fra IMDi"
# Scheme, year number, country group → kroner in the first year; each later year adds `TILLEGG`.
_BELOEP = {
    ("P-AR", 1, "H"): 36_000,
    ("P-AR", 2, "H"): 70_000,
    ("P-AR", 3, "H"): 48_000,
    ("P-AR", 1, "L"): 15_000,
    ("P-AR", 2, "L"): 27_000,
    ("P-AR", 3, "L"): 17_000,
    ("P37D", 1, ""): 46_000,
}
TILLEGG = 1_000
AAR_FOER, AAR_ETTER = 4, 1


def eksempelsatser(aar: int) -> Iterator[Sats]:
    """Return the rates for the years that a grant year of the demo may begin in, and the year after."""
    for nr, budsjettaar in enumerate(range(aar - AAR_FOER, aar + AAR_ETTER + 1)):
        for (ordning, aar_nr, landgruppe), beloep in _BELOEP.items():
            yield Sats(
                ordning=ordning,
                aar_nr=aar_nr,
                landgruppe=landgruppe,
                budsjettaar=budsjettaar,
                beloep=beloep + nr * TILLEGG,
                status=Satsstatus.EKSEMPEL,
                kilde=KILDE,
            )


def legg_inn_satser(aar: int) -> int:
    """Add the example rates that are not there yet; return how many there are."""
    with kontekst(motor_kontekst()):
        Sats.objects.bulk_create(eksempelsatser(aar), ignore_conflicts=True)
        return Sats.objects.filter(status=Satsstatus.EKSEMPEL).count()
