"""Which service of the municipality registers what: the checklist's last column, or as it decides.

Source: the checklist that municipal control committees got (regelverk §4.4). Where it names two, the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from integrering.nir.rules.registreringer import Registrering


class Tjeneste(StrEnum):
    """The services that register."""

    FLYKTNINGTJENESTEN = "flyktningtjenesten"
    VOKSENOPPLAERINGEN = "voksenopplaeringen"
    NAV = "nav"
    FYLKESKOMMUNEN = "fylkeskommunen"
    SKOLEN = "skolen"


_VOKSENOPPLAERINGEN = frozenset(
    {
        Registrering.VEDTAK_NORSK,
        Registrering.OPPSTART_NORSK,
        Registrering.NORSKPLAN,
        Registrering.TIMER_NORSK,
        Registrering.TIMER_SAMF,
    }
)
STANDARD: Mapping[Registrering, Tjeneste] = {
    hva: Tjeneste.VOKSENOPPLAERINGEN if hva in _VOKSENOPPLAERINGEN else Tjeneste.FLYKTNINGTJENESTEN
    for hva in Registrering
}


class Del(StrEnum):
    """The parts of the checklist."""

    INTRO = "intro"
    NORSK = "norsk"
    VGO = "vgo"


_NORSK = _VOKSENOPPLAERINGEN | {Registrering.UTDANNINGSBAKGRUNN, Registrering.NORSKMAAL}


def del_av(hva: Registrering) -> Del:
    """Return the part of the checklist an item stands in."""
    if hva is Registrering.FULLTID_VGO:
        return Del.VGO
    return Del.NORSK if hva in _NORSK else Del.INTRO


def fordeling(avvik: Mapping[Registrering, Tjeneste]) -> dict[Registrering, Tjeneste]:
    """Return who registers each item in a municipality that has decided `avvik`."""
    return {hva: avvik.get(hva, STANDARD[hva]) for hva in Registrering}


def ansvar_for(avvik: Mapping[Registrering, Tjeneste], tjeneste: Tjeneste) -> frozenset[Registrering]:
    """Return the items a service registers there."""
    return frozenset(hva for hva, hvem in fordeling(avvik).items() if hvem is tjeneste)
