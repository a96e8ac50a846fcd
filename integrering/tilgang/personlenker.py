"""Pages of persons, for the look-up log: the floor above knows them and registers how (AppConfig.ready)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

Lenker = Callable[[Collection[int]], Mapping[int, str]]
Finn = Callable[[UUID], "int | None"]
_oppslag: list[tuple[Lenker, Finn]] = []


def registrer_personsider(*, lenker: Lenker, finn: Finn) -> None:
    """Register how numbers become addresses, and the key in an address a number (again: replaces it)."""
    _oppslag[:] = [(lenker, finn)]


def personlenker(ider: Collection[int]) -> Mapping[int, str]:
    """Return person number → address; a person the reader may not see has none."""
    return _oppslag[0][0](ider) if _oppslag and ider else {}


def person_med_noekkel(noekkel: UUID) -> int | None:
    """Return the number of the person with this key, if the reader may see them."""
    return _oppslag[0][1](noekkel) if _oppslag else None
