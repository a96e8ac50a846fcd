"""Panels of an organisation's page: upper floors register theirs in AppConfig.ready."""

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
class Organisasjonspanel:
    """A piece of the page: its template, what reads its data (None: not shown), and who sees it."""

    navn: str
    mal: str
    innhold: Callable[[HttpRequest, Virksomhet], dict[str, Any] | None]
    rekkefoelge: int
    roller: frozenset[Rolle]


_paneler: dict[str, Organisasjonspanel] = {}


def registrer_organisasjonspanel(panel: Organisasjonspanel) -> None:
    """Add a panel to the page of an organisation (again: replaces it). It may ask the database once."""
    _paneler[panel.navn] = panel


def organisasjonspaneler_for(request: HttpRequest, virksomhet: Virksomhet) -> list[VistPanel]:
    """Return the reader's panels, in order. Templates get `data` only."""
    rolle = aktoer_i(request).rolle
    mine = sorted((p for p in _paneler.values() if rolle in p.roller), key=lambda p: p.rekkefoelge)
    lest = ((p.mal, p.innhold(request, virksomhet)) for p in mine)
    return [VistPanel(mal, data) for mal, data in lest if data is not None]
