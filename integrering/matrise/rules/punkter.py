"""Decision points as tasks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from integrering.oppgaver.regelverk import Forslag


@dataclass(frozen=True)
class Punktfakta:
    """What decides whether a point is a task: when it was decided, open or not, due date."""

    vedtatt: date
    aapen: bool
    frist: date | None


def punkt_gir_oppgave(f: Punktfakta, i_dag: date) -> Iterable[Forslag]:
    """Yield the task of an open point; what the point says is not in it."""
    if f.aapen:
        yield Forslag(frist=f.frist, verdier={"dato": f.vedtatt.isoformat()})
