"""The lists of the training."""

from __future__ import annotations

from integrering.lister import Liste
from opplaering.lister_deltakere import DELTAKERE

LISTER: tuple[Liste, ...] = (DELTAKERE,)
