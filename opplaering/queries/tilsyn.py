"""What the supervision pack holds of a period (from and to, both in), as the one who orders it reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, Exists, Min, OuterRef, QuerySet, Subquery

from integrering.nir.models import Karriereveiledning, Person
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger.models import Mottak
from opplaering.models import Hovedansvar, Kommunemelding, Maanedsfravaer, Skoleklasse
from opplaering.queries.ansvar import ansvaret
from opplaering.queries.skolegang import med_person, skolegang
from opplaering.rules.ansvar import Ansvar
from opplaering.rules.tall import midterste


@dataclass(frozen=True)
class Deltaker:
    """A period at a school, and who was responsible on its last day within the time looked at."""

    rad: Any
    dag: date
    ansvar: Ansvar


def deltakere(fra: date, til: date) -> list[Deltaker]:
    """Return the periods at schools that touch the time, by name."""
    rader = med_person(skolegang().filter(fra__lte=til).exclude(til__lt=fra), til)
    ut = []
    for rad in rader.order_by("person__sortering", "person_id", "fra"):
        dag = min(rad.til or til, til)
        ut.append(Deltaker(rad, dag, ansvaret(rad, dag)))
    return ut


def kombinasjonsklasser(fra: date, til: date) -> QuerySet[Any]:
    """Return the combination classes that touch the time; `avgjort`: anything was decided by its end."""
    avgjort = Hovedansvar.objects.filter(klasse=OuterRef("pk"), fra__lte=til)
    return (
        Skoleklasse.objects.filter(kombinasjonsklasse=True, fra__lte=til, til__gte=fra)
        .select_related("skole", "kommune")
        .annotate(avgjort=Exists(avgjort))
        .order_by("skole__navn", "navn", "pk")
    )


def avgjoerelser(fra: date, til: date) -> QuerySet[Hovedansvar]:
    """Return the decisions on those classes that hold from a day not after the time."""
    return (
        Hovedansvar.objects.filter(klasse__in=kombinasjonsklasser(fra, til).order_by(), fra__lte=til)
        .select_related("klasse__skole", "klasse__kommune", "av")
        .order_by("klasse__skole__navn", "klasse__navn", "fra", "pk")
    )


def meldinger(fra: date, til: date) -> QuerySet[Any]:
    """Return what was told to municipalities in the time, with `aapnet` and `kvittert` of the recipient."""
    mottak = Mottak.objects.filter(melding=OuterRef("melding_id"), virksomhet=OuterRef("kommune_id"))
    aapnet, kvittert = (Subquery(mottak.values(felt)[:1]) for felt in ("aapnet", "kvittert"))
    return (
        Kommunemelding.objects.filter(sendt__date__range=(fra, til))
        .select_related("person", "kommune")
        .annotate(aapnet=aapnet, kvittert=kvittert)
        .order_by("sendt", "pk")
    )


def fravaer(fra: date, til: date) -> QuerySet[Maanedsfravaer]:
    """Return the hours and absence of the months that touch the time."""
    return (
        Maanedsfravaer.objects.gjeldende()
        .filter(maaned__range=(fra.replace(day=1), til))
        .select_related("person", "skole")
        .order_by("maaned", "person__sortering", "person_id", "undervisning")
    )


@dataclass(frozen=True)
class Veiledning:
    """Career guidance in one municipality (integreringsloven § 11).

    Attributes:
        gjennomfoert: guidances carried out in the time.
        bosatt: persons first settled in the time.
        med: those of them with guidance registered.
        dager: median days from settlement to the first guidance; None of nobody.
    """

    kommune: Virksomhet
    gjennomfoert: int
    bosatt: int
    med: int
    dager: int | None


def veiledning(fra: date, til: date, kommuner: Iterable[Virksomhet]) -> list[Veiledning]:
    """Return the figures of § 11 for each of these municipalities."""
    gitt = (
        Karriereveiledning.objects.gjeldende()
        .filter(gjennomfoert__range=(fra, til))
        .values_list("person__kommune_id", flat=True)
    )
    foerste = (
        Karriereveiledning.objects.gjeldende()
        .filter(person=OuterRef("pk"))
        .values("person")
        .annotate(dag=Min("gjennomfoert"))
    )
    bosatte = Person.objects.filter(foerste_bosted__range=(fra, til)).values_list(
        "kommune_id", "foerste_bosted", Subquery(foerste.values("dag"), output_field=DateField())
    )
    antall = _tell(gitt)
    per_kommune: dict[int | None, list[int | None]] = {}
    for kommune, bosatt, dag in bosatte:
        per_kommune.setdefault(kommune, []).append((dag - bosatt).days if dag else None)
    return [_for(k, antall.get(k.pk, 0), per_kommune.get(k.pk, [])) for k in kommuner]


def _tell(kommuner: Iterable[int | None]) -> dict[int | None, int]:
    ut: dict[int | None, int] = {}
    for kommune in kommuner:
        ut[kommune] = ut.get(kommune, 0) + 1
    return ut


def _for(kommune: Virksomhet, gitt: int, dager: list[int | None]) -> Veiledning:
    kjente = [max(d, 0) for d in dager if d is not None]
    return Veiledning(kommune, gitt, len(dager), len(kjente), midterste(kjente) if kjente else None)
