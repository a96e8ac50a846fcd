"""The two schemes, which permit opens which, and who is of the right age."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from integrering.nir.rules.lovspor import (
    ALDER_FRA,
    ALDER_TIL,
    SPOR_FOR_TILLATELSE,
    TILSKUDDSAAR,
    Lovspor,
    alder_ved_tillatelse,
)

__all__ = [
    "ALDER_FRA",
    "ALDER_TIL",
    "ANTALL_AAR",
    "LANDGRUPPER",
    "ORDNING_FOR_TILLATELSE",
    "Ordning",
    "kode",
    "rett_alder",
]


class Ordning(StrEnum):
    """The schemes of persontilskudd, by IMDi's codes."""

    P_AR = "P-AR"
    """Ordinary: three grant years, rate by country group."""
    P37D = "P37D"
    """Collective protection (utlendingsloven § 34, integreringsloven § 37 d): one grant year."""


LANDGRUPPER = ("H", "L")
# Which law track a permit puts a person on is `nir`'s rule; which grant a track gives is ours.
ORDNING_FOR_SPOR = {Lovspor.RETT_OG_PLIKT: Ordning.P_AR, Lovspor.KOLLEKTIV: Ordning.P37D}
ORDNING_FOR_TILLATELSE: dict[str, Ordning | None] = {
    tillatelse: ORDNING_FOR_SPOR.get(spor) for tillatelse, spor in SPOR_FOR_TILLATELSE.items()
}
ANTALL_AAR = {ordning: TILSKUDDSAAR[spor] for spor, ordning in ORDNING_FOR_SPOR.items()}


def rett_alder(foedt: date, tillatelse_dato: date) -> bool:
    """Return True when the age on the day the permit was granted is 18 to 66 (integreringsloven § 26)."""
    return ALDER_FRA <= alder_ved_tillatelse(foedt, tillatelse_dato) < ALDER_TIL


def kode(ordning: Ordning, aar_nr: int, landgruppe: str) -> str:
    """Return IMDi's grant code: «P-AR2-H», «P37D-AR1»."""
    if ordning is Ordning.P37D:
        return f"P37D-AR{aar_nr}"
    return f"P-AR{aar_nr}-{landgruppe}"
