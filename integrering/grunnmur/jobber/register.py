"""Which function does which kind of job. Apps register theirs in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from integrering.grunnmur.jobber.loep import Loep

Arbeid = Callable[["Loep"], dict[str, Any]]
_arbeid: dict[str, Arbeid] = {}


def registrer_jobb(slag: str) -> Callable[[Arbeid], Arbeid]:
    """Register the function that does jobs of this kind; it returns the result, without personal data."""

    def inn(arbeid: Arbeid) -> Arbeid:
        _arbeid[slag] = arbeid
        return arbeid

    return inn


def arbeid_for(slag: str) -> Arbeid:
    """Return the function for a kind. Raises KeyError when no app has registered it."""
    return _arbeid[slag]
