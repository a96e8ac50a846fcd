"""Which law track a permit and an age put a person on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from integrering.grunnmur.datoer import alder

ALDER_FRA = 18
ALDER_TIL = 67


class Lovspor(StrEnum):
    """Rights and duties to training in Norwegian (integreringsloven §§ 26–28, 37 d)."""

    RETT_OG_PLIKT = "rett_og_plikt"
    """Permits of § 9 (but § 34) and § 27: three grant years."""
    KOLLEKTIV = "kollektiv"
    """Collective protection (utlendingsloven § 34): right without duty, one grant year."""
    PLIKT = "plikt"
    """Permits of § 28: duty only, no grant."""
    FEIL_ALDER = "feil_alder"
    """Not 18 to 66 when the permit was granted: neither right, duty nor grant."""


SPOR_FOR_TILLATELSE = {
    **dict.fromkeys(("9a", "9b", "9c", "9d", "9f", "9g", "27"), Lovspor.RETT_OG_PLIKT),
    "9e": Lovspor.KOLLEKTIV,
    "28": Lovspor.PLIKT,
}
# Grant years of each track; 0: no grant.
TILSKUDDSAAR = {Lovspor.RETT_OG_PLIKT: 3, Lovspor.KOLLEKTIV: 1, Lovspor.PLIKT: 0, Lovspor.FEIL_ALDER: 0}


def alder_ved_tillatelse(foedt: date, tillatelse_dato: date) -> int:
    """Return the age in whole years on the day the permit was granted: it decides (§ 26)."""
    return alder(foedt, tillatelse_dato)


def lovspor(*, tillatelse: str, foedt: date, tillatelse_dato: date) -> Lovspor:
    """Return the law track: age first, then the permit."""
    if not ALDER_FRA <= alder_ved_tillatelse(foedt, tillatelse_dato) < ALDER_TIL:
        return Lovspor.FEIL_ALDER
    return SPOR_FOR_TILLATELSE[tillatelse]


def kan_utloese_tilskudd(spor: Lovspor) -> bool:
    """Return True for tracks that have grant years."""
    return TILSKUDDSAAR[spor] > 0
