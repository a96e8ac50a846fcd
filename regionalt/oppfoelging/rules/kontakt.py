"""What a contact can be on its day. Pure."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

BESOEK = "besoek"


class Naar(StrEnum):
    """Where a contact stands by its date. Values as in `kodeverk.Kontakttilstand`."""

    PLANLAGT = "planlagt"
    GJENNOMFOERT = "gjennomfoert"


def tilstand_for(slag: str, dato: date, i_dag: date) -> Naar | None:
    """Return where it stands: a visit to come is planned, the rest has happened; None for what cannot be."""
    if dato <= i_dag:
        return Naar.GJENNOMFOERT
    return Naar.PLANLAGT if slag == BESOEK else None
