"""Reads of activities, and what they sum up to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from regionalt.frivillighet.models import Aktivitet, Organisasjon

FLEST = 10


def aktiviteter() -> QuerySet[Aktivitet]:
    """Return the activities the one who asks sees."""
    return Aktivitet.objects.select_related("organisasjon__virksomhet", "kommune")


def siste_aktiviteter(organisasjon: Organisasjon) -> list[Aktivitet]:
    """Return the ten latest of an organisation."""
    return list(aktiviteter().filter(organisasjon=organisasjon).order_by("-fra", "-pk")[:FLEST])


def finn_aktivitet(noekkel: UUID) -> Aktivitet | None:
    """Return an activity by its key."""
    return aktiviteter().filter(noekkel=noekkel).first()


def aarene() -> list[int]:
    """Return the years there are activities in, the latest first."""
    return [d.year for d in Aktivitet.objects.dates("fra", "year", order="DESC")]


def per_tema(aar: int) -> list[tuple[str, int, int]]:
    """Return for each theme of the year: how many activities were held, and how many took part in all."""
    rader = Aktivitet.objects.filter(fra__year=aar, avlyst=False).values_list("tema").order_by("tema")
    telt = rader.annotate(antall=Count("pk"), deltok=Sum("deltakere", default=0))
    return [(tema, antall, deltok) for tema, antall, deltok in telt]


def holdt_hittil(dag: date) -> QuerySet[Aktivitet]:
    """Return the activities held in the year to the day."""
    return Aktivitet.objects.filter(fra__year=dag.year, fra__lte=dag, avlyst=False)
