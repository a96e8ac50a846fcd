"""Panels of «Hvorfor (ikke)?»: apps above the engine register theirs in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from integrering.nir.models import Person
from integrering.tilgang.paneler import VistPanel
from tilskudd.queries.personside import Hvorfor


@dataclass(frozen=True)
class Hvorforpanel:
    """A piece of the page, below the answer: its template (which gets `data`) and what reads its data."""

    navn: str
    mal: str
    innhold: Callable[[HttpRequest, Person, Hvorfor], dict[str, Any]]
    rekkefoelge: int = 0


_paneler: dict[str, Hvorforpanel] = {}


def registrer_hvorforpanel(panel: Hvorforpanel) -> None:
    """Add a panel (again: replaces it)."""
    _paneler[panel.navn] = panel


def hvorforpaneler_for(request: HttpRequest, person: Person, svar: Hvorfor) -> list[VistPanel]:
    """Return the panels in order."""
    alle = sorted(_paneler.values(), key=lambda p: p.rekkefoelge)
    return [VistPanel(p.mal, p.innhold(request, person, svar)) for p in alle]
