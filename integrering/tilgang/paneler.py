"""Panels of the front page: each app registers its own in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Panel:
    """A piece of the front page: its template, and the function that reads its data (None: not shown)."""

    navn: str
    mal: str
    innhold: Callable[[HttpRequest], dict[str, Any] | None]
    rekkefoelge: int
    roller: frozenset[Rolle]


@dataclass(frozen=True)
class VistPanel:
    """A panel ready to render."""

    mal: str
    data: dict[str, Any]


_paneler: dict[str, Panel] = {}


def registrer_panel(panel: Panel) -> None:
    """Add a panel to the front page (again: replaces it)."""
    _paneler[panel.navn] = panel


def paneler_for(request: HttpRequest) -> list[VistPanel]:
    """Return the reader's panels, in order."""
    rolle = aktoer_i(request).rolle
    mine = sorted((p for p in _paneler.values() if rolle in p.roller), key=lambda p: p.rekkefoelge)
    lest = ((p.mal, p.innhold(request)) for p in mine)
    return [VistPanel(mal, data) for mal, data in lest if data is not None]
