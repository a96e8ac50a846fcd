"""Where a person is looked at: the log keeps a code, the reader gets words. Apps add theirs in `ready`."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

_steder: dict[str, str | Promise] = {}


def registrer_innsynssteder(steder: Mapping[str, str | Promise]) -> None:
    """Let these codes be written in the log of look-ups, each with what it is called (again: replaces it)."""
    _steder.update(steder)


def er_innsynssted(kode: str) -> bool:
    """Return whether an app has registered the code."""
    return kode in _steder


def stedsnavn(kode: str) -> str:
    """Return what a place is called in the reader's language; a code nobody knows (any more) as it stands."""
    return str(_steder.get(kode, kode))
