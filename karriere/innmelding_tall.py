"""The figures, the leader's share of them, and the checklist of the centres."""

from __future__ import annotations

from integrering.rapporter.rapportene.register import registrer_rapport
from karriere import for_ledelsen
from karriere.rapportene.veiledning import VEILEDNING


def meld_inn() -> None:
    """Register it all."""
    registrer_rapport(VEILEDNING)
    for_ledelsen.registrer()
