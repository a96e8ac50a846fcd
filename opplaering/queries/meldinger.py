"""What the municipalities are told, and what they are not told yet."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, Count, F, Min, OuterRef, QuerySet, Subquery, Value, When

from integrering.nir.models import Person
from integrering.utveksling.meldinger.models import Mottak
from opplaering.models import Kommunemelding, Umeldt
from opplaering.queries.elever import uten_nirfelt

# What is told together: where a pupil goes, the month's absence, results.
GRUPPER = {"start": ("skolegang", "soeknad"), "fravaer": ("maanedsfravaer",), "proeve": ("resultat",)}


def meldinger() -> QuerySet[Kommunemelding]:
    """Return what is told, with person, both parties, and `aapnet` and `kvittert` by the recipient.

    A school takes no part in the messages: it sees that they are sent and taken over.
    """
    mottak = Mottak.objects.filter(melding=OuterRef("melding_id"), virksomhet=OuterRef("kommune_id"))
    navn = ("first_name", "last_name")
    return (
        uten_nirfelt(Kommunemelding.objects.all(), "person")
        .select_related("kommune", "skole", "av", "tatt_inn_av")
        .annotate(
            sortering=F("person__sortering"),
            aapnet=Subquery(mottak.values("aapnet")[:1]),
            kvittert=Subquery(mottak.values("kvittert")[:1]),
            **{f"kvittert_{n}": Subquery(mottak.values(f"kvittert_av__{n}")[:1]) for n in navn},
        )
    )


def finn_melding(noekkel: UUID) -> Any:
    """Return what is told by its key, as `meldinger` gives it, or None."""
    return meldinger().filter(noekkel=noekkel).first()


def meldinger_om(person: Person) -> QuerySet[Kommunemelding]:
    """Return what is told about a person, the newest first."""
    return meldinger().filter(person=person).order_by("-sendt", "-pk")


def umeldt() -> QuerySet[Any]:
    """Return what is not told yet, with person and both parties. For the county and jobs only."""
    return Umeldt.objects.select_related("person", "kommune", "skole").annotate(
        sortering=F("person__sortering"), skolenavn=F("skole__navn"), kommunenavn=F("kommune__navn")
    )


class Venter(NamedTuple):
    """How many facts of a group wait to be told to a municipality, and the first date they are due."""

    kommune_id: int
    gruppe: str
    antall: int
    frist: date


def venter(kommuner: Collection[int] | None) -> list[Venter]:
    """Return what waits, by municipality and group; protected persons are told of by hand: not counted."""
    rader = Umeldt.objects.filter(person__skjermet=False)
    if kommuner is not None:
        rader = rader.filter(kommune_id__in=kommuner)
    gruppe = Case(*(When(tabell__in=t, then=Value(g)) for g, t in GRUPPER.items()))
    tall = rader.values("kommune_id", gruppe=gruppe).annotate(antall=Count("noekkel"), foerst=Min("frist"))
    return [Venter(r["kommune_id"], r["gruppe"], r["antall"], r["foerst"]) for r in tall]
