"""Panels of the person page: upper floors register theirs in AppConfig.ready; this one never knows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from integrering.nir.models import Person
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.paneler import VistPanel
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Personpanel:
    """A piece of the person page: its template, the function that reads its data, and who sees it."""

    navn: str
    mal: str
    innhold: Callable[[HttpRequest, Person], dict[str, Any]]
    rekkefoelge: int
    roller: frozenset[Rolle]


_paneler: dict[str, Personpanel] = {}


def registrer_personpanel(panel: Personpanel) -> None:
    """Add a panel to the person page (again: replaces it)."""
    _paneler[panel.navn] = panel


# What must be done and what it is worth stands above the registrations; what people say to each other below.
FOERST_UNDER = 40


def personpaneler_for(request: HttpRequest, person: Person, *, under: bool) -> list[VistPanel]:
    """Return the reader's panels above or `under` the registrations, in order. Templates get `data` only."""
    rolle = aktoer_i(request).rolle
    alle = sorted(_paneler.values(), key=lambda p: p.rekkefoelge)
    mine = [p for p in alle if rolle in p.roller and (p.rekkefoelge >= FOERST_UNDER) is under]
    return [VistPanel(p.mal, p.innhold(request, person)) for p in mine]
