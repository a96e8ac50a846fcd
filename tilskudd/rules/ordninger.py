"""The two schemes, which permit opens which, and who is of the right age."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tilskudd.rules.datoer import alder

ALDER_FRA = 18
ALDER_TIL = 67


class Ordning(StrEnum):
    """The schemes of persontilskudd, by IMDi's codes."""

    P_AR = "P-AR"
    """Ordinary: three grant years, rate by country group."""
    P37D = "P37D"
    """Collective protection (utlendingsloven § 34, integreringsloven § 37 d): one grant year."""


LANDGRUPPER = ("H", "L")
ANTALL_AAR = {Ordning.P_AR: 3, Ordning.P37D: 1}
# Integreringsloven § 9 first paragraph a–g and § 27 give rett og plikt; 9e is § 34; § 28 gives plikt only.
ORDNING_FOR_TILLATELSE: dict[str, Ordning | None] = {
    "9a": Ordning.P_AR,
    "9b": Ordning.P_AR,
    "9c": Ordning.P_AR,
    "9d": Ordning.P_AR,
    "9e": Ordning.P37D,
    "9f": Ordning.P_AR,
    "9g": Ordning.P_AR,
    "27": Ordning.P_AR,
    "28": None,
}


def rett_alder(foedt: date, tillatelse_dato: date) -> bool:
    """Return True when the age on the day the permit was granted is 18 to 66 (integreringsloven § 26)."""
    return ALDER_FRA <= alder(foedt, tillatelse_dato) < ALDER_TIL


def kode(ordning: Ordning, aar_nr: int, landgruppe: str) -> str:
    """Return IMDi's grant code: «P-AR2-H», «P37D-AR1»."""
    if ordning is Ordning.P37D:
        return f"P37D-AR{aar_nr}"
    return f"P-AR{aar_nr}-{landgruppe}"
