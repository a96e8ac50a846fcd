"""Where a round may go from where it stands. Pure.

The steps are our own; no source says how a county works with its recommendation.
"""

from __future__ import annotations

from collections.abc import Mapping

# from → to, the usual step first
VEIER: Mapping[str, tuple[str, ...]] = {
    "utkast": ("dialog",),
    "dialog": ("godkjenning", "utkast"),
    "godkjenning": ("anbefalt", "dialog"),
    "anbefalt": ("sendt",),
    "sendt": ("anmodning",),
    "anmodning": ("vedtak",),
    "vedtak": (),
}


def kan_flyttes(fra: str, til: str) -> bool:
    """Return True when a round may go from one to the other."""
    return til in VEIER[fra]


def neste(tilstand: str) -> str:
    """Return the usual next step; «» when there is none."""
    return next(iter(VEIER[tilstand]), "")
