"""Reads of what the region needs done, and of what one can learn."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from integrering.tilgang.models import Virksomhet
from regionalt.planer.models import Arbeidskraftbehov, Plan, Tilbud

M = TypeVar("M", bound=Model)


def behovene() -> QuerySet[Arbeidskraftbehov]:
    """Return the needs the one who asks sees."""
    return Arbeidskraftbehov.objects.select_related("kommune", "plan")


def tilbudene() -> QuerySet[Tilbud]:
    """Return the offers the one who asks sees."""
    return Tilbud.objects.select_related("kommune", "plan")


def behov_i(kommune: Virksomhet, dag: date) -> QuerySet[Arbeidskraftbehov]:
    """Return the needs that hold on a day in a municipality, those of the whole county too, by occupation."""
    return _her(behovene(), kommune, dag).order_by("yrke", "pk")


def tilbud_i(kommune: Virksomhet, dag: date) -> QuerySet[Tilbud]:
    """Return the offers that hold on a day in a municipality, those of the whole county too, by name."""
    return _her(tilbudene(), kommune, dag).order_by("navn", "pk")


def gjelder(dag: date) -> Q:
    """Return the condition that a need or an offer holds on a day."""
    return Q(gjelder_til__isnull=True) | Q(gjelder_til__gte=dag)


def finn_behov(noekkel: UUID) -> Arbeidskraftbehov | None:
    """Return a need by its key."""
    return behovene().filter(noekkel=noekkel).first()


def finn_tilbud(noekkel: UUID) -> Tilbud | None:
    """Return an offer by its key."""
    return tilbudene().filter(noekkel=noekkel).first()


def behov_for(plan: Plan) -> list[Arbeidskraftbehov]:
    """Return the needs a plan rests on."""
    return list(behovene().filter(plan=plan).order_by("yrke", "pk"))


def tilbud_for(plan: Plan) -> list[Tilbud]:
    """Return the offers a plan counts on."""
    return list(tilbudene().filter(plan=plan).order_by("navn", "pk"))


def _her(rader: QuerySet[M], kommune: Virksomhet, dag: date) -> QuerySet[M]:
    return rader.filter(gjelder(dag), Q(kommune__isnull=True) | Q(kommune=kommune))
