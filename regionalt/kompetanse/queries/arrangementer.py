"""Reads of events. Who sees which, the database decides: a municipality those it is invited to."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from regionalt.kodeverk import Tema
from regionalt.kompetanse.models import Arrangement, Invitert, Tilstand
from regionalt.kompetanse.queries.paameldte import med_plasser


def arrangementer() -> QuerySet[Arrangement]:
    """Return the events the reader sees."""
    return Arrangement.objects.all()


def om_tema(tema: Tema) -> QuerySet[Arrangement]:
    """Return the events of a theme that are open or held, the latest first: for the apps above."""
    synlige = Arrangement.objects.filter(tema=tema, tilstand__in=(Tilstand.AAPEN, Tilstand.HOLDT))
    return synlige.order_by("-start", "-pk")


def kommende(naa: datetime) -> QuerySet[Arrangement]:
    """Return the open events that are not over, the nearest first."""
    return Arrangement.objects.filter(tilstand=Tilstand.AAPEN, slutt__gte=naa).order_by("start", "pk")


def finn_arrangement(noekkel: UUID) -> Arrangement | None:
    """Return an event the reader sees, by its key, with its places (see `med_plasser`).

    `bedt_ved_navn`: the municipalities invited by name, those the reader sees.
    """
    bedt = Invitert.objects.filter(arrangement=OuterRef("pk")).order_by("kommune__navn")
    navn = ArraySubquery(bedt.values("kommune__navn"))
    rader = Arrangement.objects.select_related("nettverk").filter(noekkel=noekkel)
    return med_plasser(rader).annotate(bedt_ved_navn=navn).first()
