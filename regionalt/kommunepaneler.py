"""Panels of a municipality's page: upper floors register theirs in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.paneler import VistPanel
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Kommunepanel:
    """A piece of the page: its template, what reads its data (None: not shown), and who sees it."""

    navn: str
    mal: str
    innhold: Callable[[HttpRequest, Virksomhet], dict[str, Any] | None]
    rekkefoelge: int
    roller: frozenset[Rolle]


_paneler: dict[str, Kommunepanel] = {}


def registrer_kommunepanel(panel: Kommunepanel) -> None:
    """Add a panel to the page of a municipality (again: replaces it)."""
    _paneler[panel.navn] = panel


def kommunepaneler_for(request: HttpRequest, kommune: Virksomhet) -> list[VistPanel]:
    """Return the reader's panels, in order. Templates get `data` only."""
    rolle = aktoer_i(request).rolle
    mine = sorted((p for p in _paneler.values() if rolle in p.roller), key=lambda p: p.rekkefoelge)
    lest = ((p.mal, p.innhold(request, kommune)) for p in mine)
    return [VistPanel(mal, data) for mal, data in lest if data is not None]
