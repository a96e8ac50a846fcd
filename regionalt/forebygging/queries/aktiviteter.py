"""Reads of activities and national plans."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.forebygging.models import Aktivitet, NasjonalPlan

FLEST = 100


def aktivitetene() -> QuerySet[Aktivitet]:
    """Return the activities the reader may see, with plan and network."""
    return Aktivitet.objects.select_related("plan", "nettverk")


def i_kommunen(rader: QuerySet[Aktivitet], nummer: str) -> QuerySet[Aktivitet]:
    """Return those of a municipality and those of the whole county."""
    return rader.filter(Q(kommuner__contains=[nummer]) | Q(kommuner=[]))


def finn_aktivitet(noekkel: UUID) -> Aktivitet | None:
    """Return an activity by its key."""
    return aktivitetene().select_related("endret_av").filter(noekkel=noekkel).first()


def kommunenavn(numre: list[str]) -> list[str]:
    """Return the names of municipalities by their numbers."""
    return list(kommuner_i_fylket().filter(nummer__in=numre).values_list("navn", flat=True)) if numre else []


def planene() -> QuerySet[NasjonalPlan]:
    """Return the national plans with the number of activities the reader may see (`antall`)."""
    return NasjonalPlan.objects.annotate(antall=Count("aktiviteter"))


def finn_plan(noekkel: UUID) -> NasjonalPlan | None:
    """Return a plan by its key."""
    return NasjonalPlan.objects.select_related("endret_av").filter(noekkel=noekkel).first()


def i_planen(plan: NasjonalPlan) -> list[Aktivitet]:
    """Return the activities that are part of a plan, the latest first."""
    return list(plan.aktiviteter.order_by("-dato", "-pk")[:FLEST])


def per_slag(fra: date, til: date) -> list[tuple[str, int, int]]:
    """Return kind, number of activities, number of participants between two days."""
    return _tell(Aktivitet.objects.filter(dato__range=(fra, til)), "slag")


def per_plan(fra: date, til: date) -> list[tuple[str, int, int]]:
    """Return plan («» for none), number of activities, number of participants between two days."""
    return _tell(Aktivitet.objects.filter(dato__range=(fra, til)), "plan__tittel")


def _tell(rader: QuerySet[Aktivitet], felt: str) -> list[tuple[str, int, int]]:
    tall = rader.order_by(felt).values_list(felt).annotate(antall=Count("pk"), deltakere=Sum("deltakere"))
    return [(navn or "", antall, deltakere or 0) for navn, antall, deltakere in tall]
