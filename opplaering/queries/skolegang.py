"""Who goes to which school."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from integrering.nir.models import Person
from opplaering.models import Hovedansvar, Skolegang
from opplaering.queries.elever import uten_nirfelt


def skolegang() -> QuerySet[Skolegang]:
    """Return the periods that hold, of the persons the one who asks may see, without anything loaded."""
    return Skolegang.objects.gjeldende()


def paa_dagen(rader: QuerySet[Skolegang], dag: date) -> QuerySet[Skolegang]:
    """Return those of the periods that hold on a day."""
    return rader.filter(Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag)


def med_person(rader: QuerySet[Skolegang], dag: date) -> QuerySet[Skolegang]:
    """Return the periods with person, school, class, and what was decided of the class by the day.

    Adds `hovedansvar` (the code; None when nothing is decided), and the person's `sortering` and `duf`.
    """
    return (
        uten_nirfelt(rader, "person")
        .select_related("person__kommune", "skole", "klasse", "tilbud")
        .annotate(
            hovedansvar=Subquery(_bestemt(dag).values("ansvar")[:1]),
            sortering=F("person__sortering"),
            duf=F("person__duf"),
        )
    )


def _bestemt(dag: date) -> QuerySet[Hovedansvar]:
    """Return the decisions on the class of a period by the day, the newest first."""
    return Hovedansvar.objects.filter(klasse=OuterRef("klasse"), fra__lte=dag).order_by("-fra", "-pk")


def periodene_til(person: Person, dag: date) -> list[Any]:
    """Return a person's periods that hold, the newest first, as `med_person` gives them."""
    return list(med_person(skolegang().filter(person=person), dag).order_by("-fra"))


def finn_skolegang(registrering: UUID, dag: date) -> Any:
    """Return the period that holds of a registration, as `med_person` gives it, or None."""
    return med_person(skolegang().filter(registrering_id=registrering), dag).first()


def versjonene_til(person: Person) -> list[Skolegang]:
    """Return the versions of a person's periods that replaced another, the newest first."""
    endret = Skolegang.objects.filter(person=person).exclude(aarsak="")
    return list(endret.select_related("skole", "registrert_av").order_by("-registrert", "-pk"))
