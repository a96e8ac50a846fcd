"""What the figures count. Persons with a protected address are never among them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When

from integrering.nir.models import Sluttmaal
from opplaering.models import Skolegang
from opplaering.queries.skolegang import paa_dagen, skolegang

# The goals that lead to upper secondary for adults (integreringsloven §§ 13 and 14, and the register's own).
VGO_MAAL = ("vgo", "deler_vgo", "fag_og_yrke", "rekvalifisering", "nir_vgo_over_25")
PAA_SKOLE, HAR_GAATT, IKKE_BEGYNT = "paa_skole", "har_gaatt", "ikke_begynt"


def i_dag_paa_skole(dag: date) -> QuerySet[Skolegang]:
    """Return the periods at schools on a day; a person has one at most."""
    return paa_dagen(skolegang(), dag).filter(person__skjermet=False)


def vgo_maal(
    dag: date, *, kommune: str = "", tilstand: str = "", satt: tuple[date | None, date] | None = None
) -> QuerySet[Any]:
    """Return the last goal of each person whose goal is upper secondary (forskriften § 52 b).

    Each has `tilstand`: at a school on the day, has been, or has not begun.

    Args:
        kommune: number of the municipality the person lives in.
        satt: the first and last day the goal was set; without a first: that day or before.
    """
    senere = Sluttmaal.objects.gjeldende().filter(person=OuterRef("person_id"), fra__gt=OuterRef("fra"))
    der = skolegang().filter(person=OuterRef("person_id"), fra__lte=dag)
    rader = (
        Sluttmaal.objects.gjeldende()
        .filter(~Exists(senere), maal__in=VGO_MAAL, fra__lte=dag, person__skjermet=False)
        .annotate(
            tilstand=Case(
                When(Exists(paa_dagen(der, dag)), then=Value(PAA_SKOLE)),
                When(Exists(der), then=Value(HAR_GAATT)),
                default=Value(IKKE_BEGYNT),
            ),
            kommune=F("person__kommune__nummer"),
        )
    )
    if kommune:
        rader = rader.filter(kommune=kommune)
    if satt:
        fra, til = satt
        rader = rader.filter(fra__lte=til, **({"fra__gte": fra} if fra else {}))
    valgt: QuerySet[Any] = rader.filter(tilstand=tilstand) if tilstand else rader
    return valgt
