"""Full-time upper secondary."""

from __future__ import annotations

from decimal import Decimal

FULLTID_TIMER = Decimal(30)
UVANLIG_MANGE_TIMER = Decimal(35)


def er_fulltid(timer: Decimal, kombinasjonsklasse: bool, hovedansvar: bool) -> bool:
    """Return True when the training is the county's: at least 30 hours a week, or a combination class
    for which the county has the main responsibility (integreringsloven § 30 second paragraph; IMDi).
    """
    return timer >= FULLTID_TIMER or (kombinasjonsklasse and hovedansvar)
