"""What the front page shows of persons and registrations."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest

from integrering.nir.queries import oversikt


def fylkets_panel(request: HttpRequest) -> dict[str, Any]:
    """Missing registrations per municipality, and moves that wait."""
    kommuner = oversikt.mangler_per_kommune()
    sum_ = sum((k.tall for k in kommuner), Counter[str]())
    return {"kommuner": kommuner, "sum": dict(sum_), "flyttesaker": oversikt.aapne_flyttesaker().count()}
