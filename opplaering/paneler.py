"""Sections of a participant's page: each part of the training adds its own, and the page knows none of them.

    registrer_deltakerpanel(Deltakerpanel("soeknader", "opplaering/_soeknader.html", fn, 40, LESER))

`fn(person, av)` answers with the data of the section, or None when there is nothing to show.
The template gets `data` only, and begins with an `<h2 class="ds-heading" data-size="sm">`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.paneler import VistPanel
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Deltakerpanel:
    """A section: its name, template, the function that reads its data, its order, and who sees it."""

    navn: str
    mal: str
    innhold: Callable[[Person, Aktoer], dict[str, Any] | None]
    rekkefoelge: int
    roller: tuple[Rolle, ...]


_paneler: dict[str, Deltakerpanel] = {}


def registrer_deltakerpanel(panel: Deltakerpanel) -> None:
    """Add a section to the participant's page (again: replaces it)."""
    _paneler[panel.navn] = panel


def deltakerpaneler(person: Person, av: Aktoer) -> list[VistPanel]:
    """Return the sections the reader sees, in order."""
    mine = sorted((p for p in _paneler.values() if av.rolle in p.roller), key=lambda p: p.rekkefoelge)
    lest = ((p.mal, p.innhold(person, av)) for p in mine)
    return [VistPanel(mal, data) for mal, data in lest if data is not None]
