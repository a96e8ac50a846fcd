"""Bars of a table of the report: its first column of numbers. The table beside says the same."""

from __future__ import annotations

from integrering.rapporter.diagram import Diagram, tegn
from integrering.rapporter.tall import Serie, Tall
from regionalt.aarsrapport import Rapporttabell


def tallkolonne(tabell: Rapporttabell) -> int | None:
    """Return which column is drawn: the first that holds whole numbers in all rows."""
    for nr in range(1, len(tabell.kolonner)):
        if tabell.rader and all(isinstance(rad[nr], int) for rad in tabell.rader):
            return nr
    return None


def stolper(tabell: Rapporttabell) -> Diagram | None:
    """Return the drawing of a table that asks for one; None when there is nothing to draw."""
    nr = tallkolonne(tabell) if tabell.diagram else None
    if nr is None:
        return None
    serier = []
    for rad in tabell.rader:
        tall = Tall(max(int(rad[nr]), 0))
        serier.append(Serie(str(rad[0]), ((tabell.kolonner[nr], tall),), tall))
    return tegn(serier, aapen=True)
