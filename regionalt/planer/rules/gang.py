"""Which way a plan goes. Pure.

The order is our own practice: a draft may be decided without a hearing, and what is laid before the
politicians may come back.
"""

from __future__ import annotations

UTKAST, HOERING, FRAMLAGT, VEDTATT, AVSLUTTET = "utkast", "hoering", "framlagt", "vedtatt", "avsluttet"
_VEIER = {
    UTKAST: (HOERING, FRAMLAGT),
    HOERING: (FRAMLAGT, UTKAST),
    FRAMLAGT: (VEDTATT, UTKAST),
    VEDTATT: (AVSLUTTET,),
    AVSLUTTET: (),
}
# Everyone may read these (ADR 0016).
AAPNE = (HOERING, FRAMLAGT, VEDTATT)


def veiene_fra(tilstand: str) -> tuple[str, ...]:
    """Return where a plan may go from here."""
    return _VEIER[tilstand]


def kan_gaa(fra: str, til: str) -> bool:
    """Return True when a plan may go this way."""
    return til in _VEIER[fra]
