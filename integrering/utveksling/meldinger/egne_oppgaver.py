"""Messages whose task lies with the app above: it says what is to be done, and here nothing more is asked.

Apps above tell in `AppConfig.ready` which messages, by their keys (`Melding.idempotens`), are theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

Finner = Callable[[Collection[UUID]], Collection[UUID]]
_finnere: list[Finner] = []


def registrer_egne_oppgaver(finn: Finner) -> None:
    """Make known who finds messages with a task of their own (again: no change)."""
    if finn not in _finnere:
        _finnere.append(finn)


def med_egen_oppgave(noekler: Collection[UUID]) -> set[UUID]:
    """Return those of the messages' keys whose recipients are asked elsewhere."""
    return {noekkel for finn in _finnere for noekkel in finn(noekler)}
