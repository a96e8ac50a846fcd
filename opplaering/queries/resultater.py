"""Results of tests and grades."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from integrering.nir.models import Person
from opplaering.models import Resultat, Skoleklasse
from opplaering.queries.elever import uten_nirfelt
from opplaering.queries.skolegang import skolegang

SISTE = 12


def resultater() -> QuerySet[Resultat]:
    """Return the results that hold, with person and school."""
    return uten_nirfelt(Resultat.objects.gjeldende(), "person").select_related("skole", "person__kommune")


def resultatet_som_gjelder(registrering: UUID) -> Resultat | None:
    """Return the version that holds of a registration."""
    return resultater().select_related("registrert_av").filter(registrering_id=registrering).first()


def versjonene_av(registrering: UUID) -> list[Resultat]:
    """Return all versions of a result, the newest first."""
    rader = Resultat.objects.filter(registrering_id=registrering).select_related("registrert_av")
    return list(rader.order_by("-registrert", "-pk"))


def resultatene_til(person: Person) -> list[Resultat]:
    """Return a person's results that hold, the newest first."""
    rader = Resultat.objects.gjeldende().filter(person=person).select_related("skole")
    return list(rader.order_by("-dato", "slag", "fag"))


def skolen_paa(person: Person, dag: date) -> int | None:
    """Return the number of the school the person went to on a day, if any."""
    rader = skolegang().filter(Q(til__isnull=True) | Q(til__gte=dag), person=person, fra__lte=dag)
    return rader.values_list("skole_id", flat=True).first()


class Klasseresultat(NamedTuple):
    """A test or grade on a day, and how many in the class have it."""

    slag: str
    fag: str
    dato: date
    antall: int


def klassens_resultater(klasse: Skoleklasse) -> list[Klasseresultat]:
    """Return the last within the period of the class, newest first, of those who are or were in it."""
    deltakere = skolegang().filter(klasse=klasse).values("person_id")
    rader = (
        Resultat.objects.gjeldende()
        .filter(person_id__in=deltakere, dato__range=(klasse.fra, klasse.til))
        .values_list("slag", "fag", "dato")
        .annotate(antall=Count("pk"))
        .order_by("-dato", "slag", "fag")[:SISTE]
    )
    return [Klasseresultat(*rad) for rad in rader]
