"""How a scheme reads."""

from __future__ import annotations

from integrering.lister import Status
from tilskudd.ordninger.models import Ordning, Sikkerhet

_FARGE = {
    Sikkerhet.OFFISIELL: "success",
    Sikkerhet.GJENGITT: "info",
    Sikkerhet.UBEKREFTET: "danger",
    Sikkerhet.EKSEMPEL: "warning",
}


def sikkerhetsstatus(sikkerhet: str) -> Status:
    """Return how sure a text is, in words with a colour."""
    return Status(str(Sikkerhet(sikkerhet).label), _FARGE[Sikkerhet(sikkerhet)])


def kildelenke(ordning: Ordning) -> str:
    """Return the source when it is an address, else nothing."""
    return ordning.kilde if ordning.kilde.startswith("https://") else ""
