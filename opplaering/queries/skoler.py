"""The schools."""

from __future__ import annotations

from django.db.models import QuerySet

from integrering.tilgang.models import Virksomhet, Virksomhetstype


def skoler() -> QuerySet[Virksomhet]:
    """Return the schools that are in use, by name."""
    return Virksomhet.objects.filter(type=Virksomhetstype.SKOLE, aktiv=True).order_by("navn", "pk")
