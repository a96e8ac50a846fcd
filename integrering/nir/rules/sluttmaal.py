"""The final goals of the introduction programme (§§ 13, 14). Codes are ours; NIR's are not known."""

from __future__ import annotations

from enum import StrEnum


class Sluttmaal(StrEnum):
    """What the programme shall lead to."""

    ARBEID = "arbeid"
    HOEYERE_UTDANNING = "hoeyere_utdanning"
    """Prepare for education above upper secondary level."""
    REKVALIFISERING = "rekvalifisering"
    """Prepare for a second trade (opplæringslova § 18-4)."""
    DELER_VGO = "deler_vgo"
    VGO = "vgo"
    FAGOPPLAERING = "fagopplaering"
    GRUNNSKOLE = "grunnskole"
    """Only offers before 2026."""


MED_VGS = (Sluttmaal.ARBEID, Sluttmaal.HOEYERE_UTDANNING, Sluttmaal.REKVALIFISERING)
UTEN_VGS = (Sluttmaal.DELER_VGO, Sluttmaal.VGO, Sluttmaal.FAGOPPLAERING, Sluttmaal.ARBEID)
MED_VGS_FOER_2026 = (Sluttmaal.ARBEID, Sluttmaal.HOEYERE_UTDANNING)
UTEN_VGS_FOER_2026 = (Sluttmaal.DELER_VGO, Sluttmaal.VGO, Sluttmaal.ARBEID, Sluttmaal.GRUNNSKOLE)
