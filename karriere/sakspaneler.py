"""Sections of the page of a case: each part of the app registers its own at start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.paneler import VistPanel
from integrering.tilgang.roller import Rolle
from karriere.models import Sak


@dataclass(frozen=True)
class Sakspanel:
    """A section: its template, what reads its data, its place, and who sees it."""

    navn: str
    mal: str
    innhold: Callable[[HttpRequest, Sak], dict[str, Any]]
    rekkefoelge: int
    roller: frozenset[Rolle]


_paneler: dict[str, Sakspanel] = {}


def registrer_sakspanel(*paneler: Sakspanel) -> None:
    """Add sections to the page of a case (again: replaces them)."""
    _paneler.update({panel.navn: panel for panel in paneler})


def sakspaneler_for(request: HttpRequest, sak: Sak) -> list[VistPanel]:
    """Return the reader's sections in order. Templates get `data` only."""
    rolle = aktoer_i(request).rolle
    alle = sorted(_paneler.values(), key=lambda p: p.rekkefoelge)
    return [VistPanel(p.mal, p.innhold(request, sak)) for p in alle if rolle in p.roller]
