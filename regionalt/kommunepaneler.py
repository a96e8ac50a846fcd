"""Panels of a municipality's page: upper floors register theirs in AppConfig.ready.

The page may ask the database ten times. A panel says with `felt` what it counts, as expressions about a
municipality (`OuterRef("pk")`); all of them are read in the one question that finds the municipality, and
`innhold` takes them from it. One that must ask for itself asks once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.paneler import VistPanel
from integrering.tilgang.roller import Rolle

# name → expression; the name is also the attribute of the municipality that has its value
Felt = Mapping[str, Any]


@dataclass(frozen=True)
class Kommunepanel:
    """A piece of the page: its template, what reads its data (None: not shown), and who sees it.

    `felt`: what the page reads for it beforehand, seen from a day.
    """

    navn: str
    mal: str
    innhold: Callable[[HttpRequest, Virksomhet], dict[str, Any] | None]
    rekkefoelge: int
    roller: frozenset[Rolle]
    felt: Callable[[date], Felt] | None = None


_paneler: dict[str, Kommunepanel] = {}


def registrer_kommunepanel(panel: Kommunepanel) -> None:
    """Add a panel to the page of a municipality (again: replaces it)."""
    _paneler[panel.navn] = panel


def panelfelt(rolle: Rolle, dag: date) -> dict[str, Any]:
    """Return what the panels of a role want read of the municipality."""
    ut: dict[str, Any] = {}
    for panel in _paneler.values():
        if panel.felt is not None and rolle in panel.roller:
            ut.update(panel.felt(dag))
    return ut


def kommunepaneler_for(request: HttpRequest, kommune: Virksomhet) -> list[VistPanel]:
    """Return the reader's panels, in order. Templates get `data` only.

    Args:
        kommune: read with `panelfelt`.
    """
    rolle = aktoer_i(request).rolle
    mine = sorted((p for p in _paneler.values() if rolle in p.roller), key=lambda p: p.rekkefoelge)
    lest = ((p.mal, p.innhold(request, kommune)) for p in mine)
    return [VistPanel(mal, data) for mal, data in lest if data is not None]
