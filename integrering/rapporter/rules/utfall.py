"""What people go to when the introduction programme ends, as the statistics group it. Pure.

The groups follow IMDi's definitions of the reasons (about 2015) and the values seen in NIR reports. A reason
that says nothing of what comes after («fullført», or one a user has added) is read from the main activity.
"""

from __future__ import annotations

from enum import StrEnum


class Utfall(StrEnum):
    """The groups, in the order they are shown."""

    ARBEID = "arbeid"
    UTDANNING = "utdanning"
    NAV = "nav"
    ANNET = "annet"
    MANGLER = "mangler"
    """No reason is registered. Counts in every denominator (IMDi, 9.6.2024)."""


ARBEID_ELLER_UTDANNING = (Utfall.ARBEID, Utfall.UTDANNING)
MED_NAV = (*ARBEID_ELLER_UTDANNING, Utfall.NAV)

AARSAKER: dict[str, Utfall] = {
    **dict.fromkeys(("arbeid_heltid", "arbeid_deltid"), Utfall.ARBEID),
    **dict.fromkeys(
        ("videregaaende", "hoeyere_utdanning", "nir_vgo_yrkesfag", "nir_arbeid_vgo"), Utfall.UTDANNING
    ),
    **dict.fromkeys(("nir_nav_tiltak", "nav_andre", "nav_kvp", "nav_loennstilskudd"), Utfall.NAV),
    **dict.fromkeys(
        (
            "grunnskole", "andre_tiltak", "sosialstoenad", "andre_ytelser", "atferd", "doed", "flyttet",
            "ukjent", "helse", "ikke_arbeidssoeker",
        ),
        Utfall.ANNET,
    ),
}  # fmt: skip
HOVEDAKTIVITETER = {"arbeid": Utfall.ARBEID, "utdanning": Utfall.UTDANNING}


def utfall(aarsak: str, hovedaktivitet: str) -> Utfall:
    """Return the group of a reason and a main activity (codes; «» is not registered)."""
    if not aarsak:
        return Utfall.MANGLER
    return AARSAKER.get(aarsak) or HOVEDAKTIVITETER.get(hovedaktivitet, Utfall.ANNET)
