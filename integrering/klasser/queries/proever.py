"""Tests a class has had."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import Count

from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import medlemskap_som_gjelder
from integrering.nir.models import Proeve

SISTE = 12


class Klasseproeve(NamedTuple):
    """A test on a day, and how many in the class have a result."""

    proeve: str
    dato: date
    antall: int


def klassens_proever(klasse: Klasse) -> list[Klasseproeve]:
    """Return the last tests within the period of the class, newest first, of those who are or were in it."""
    deltakere = medlemskap_som_gjelder(klasse).values("person_id")
    rader = (
        Proeve.objects.gjeldende()
        .filter(person_id__in=deltakere, dato__range=(klasse.fra, klasse.til))
        .values_list("proeve", "dato")
        .annotate(antall=Count("pk"))
        .order_by("-dato", "proeve")[:SISTE]
    )
    return [Klasseproeve(*rad) for rad in rader]
