"""Reads of kept calculations."""

from __future__ import annotations

from uuid import UUID

from bosetting.models import Runde, Scenario

# So many stand beside the round's own, the newest first.
VISES = 4


def scenariene_i(runde: Runde) -> list[Scenario]:
    """Return the kept calculations of a round, the newest first."""
    rader = Scenario.objects.filter(runde=runde).select_related("beregning", "av")
    return list(rader.order_by("-naar", "-pk"))


def finn_scenario(noekkel: UUID) -> Scenario | None:
    """Return a kept calculation by its key."""
    rader = Scenario.objects.select_related("beregning", "av", "runde")
    return rader.filter(noekkel=noekkel).first()
