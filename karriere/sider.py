"""The pages of the career guidance, for the navigation they share. The main menu has only the first."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from integrering.tilgang.sidemeny import Side, faner

_sider: dict[str, Side] = {}


def registrer_sider(*sider: Side) -> None:
    """Add pages to the navigation (again: replaces them)."""
    _sider.update({side.urlnavn: side for side in sider})


def navigasjonen(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the pages the reader sees, as `komponenter/faner.html` takes them."""
    return faner(_sider.values(), request)
