"""Points as tasks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from integrering.oppgaver.regelverk import Forslag

# Stands for the kinds of meeting that have no rule of their own.
ANDRE = "andre"


@dataclass(frozen=True)
class Punktfakta:
    """What decides whether a point is a task: kind and day of the meeting, open or not, due date."""

    type: str
    moetedag: date
    aapen: bool
    frist: date | None


def punkt_gir_oppgave(type_: str, f: Punktfakta, i_dag: date) -> Iterable[Forslag]:
    """Yield the task of an open point from a meeting of this kind; what the point says is not in it."""
    if f.aapen and f.type == type_:
        yield Forslag(frist=f.frist, verdier={"dato": f.moetedag.isoformat()})
