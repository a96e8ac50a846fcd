"""What a message points to. Apps above tell in `AppConfig.ready` how to find it by the message's key.

The message itself only says that something has come; the way to it is shown to those who may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Henvisning:
    """A link below a message, in the reader's language."""

    tekst: str
    url: str


Finner = Callable[[Collection[UUID]], Mapping[UUID, Henvisning]]
_finnere: list[Finner] = []


def registrer_henvisning(finn: Finner) -> None:
    """Make a kind of thing known by the function that finds those one sees by key (again: no change)."""
    if finn not in _finnere:
        _finnere.append(finn)


def henvisninger(noekler: Collection[UUID]) -> dict[UUID, Henvisning]:
    """Return key → link for those of the messages' keys (`Melding.idempotens`) that point to something."""
    return {noekkel: h for finn in _finnere for noekkel, h in finn(noekler).items()}
