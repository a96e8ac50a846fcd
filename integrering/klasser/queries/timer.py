"""Hours of a class and month."""

from __future__ import annotations

from datetime import date

from integrering.klasser.models import Klasse, Maanedslaas


def siste_laas(klasse: Klasse, maaned: date) -> Maanedslaas | None:
    """Return how the month was locked or unlocked last, if it ever was."""
    return (
        Maanedslaas.objects.filter(klasse=klasse, maaned=maaned).select_related("av").order_by("-pk").first()
    )
