"""What the money that waits and the prognosis tell the floors below."""

from __future__ import annotations

from integrering.nir import hendelser as nirhendelser
from opplaering import hendelser
from tilskudd.utsikter import tasks  # noqa: F401 - registers the job
from tilskudd.utsikter.actions.beregning import personer_endret


def meld_inn() -> None:
    """Register all of it."""
    nirhendelser.registrer_lytter(personer_endret)
    hendelser.registrer_lytter(personer_endret)
