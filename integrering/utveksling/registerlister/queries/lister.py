"""Lists, their differences, and the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from integrering.utveksling.registerlister.kodeverk import Hvor
from integrering.utveksling.registerlister.models import (
    Feltsammenligning,
    Registerliste,
    Registerrad,
    Rettelse,
)
from integrering.utveksling.registerlister.rules.felt import Felt, Utfall

# What is nothing to put right.
I_ORDEN = (Utfall.LIKT.value, Utfall.IKKE_SAMMENLIGNET.value)


def listene() -> QuerySet[Registerliste]:
    """Return the lists the reader may see: a municipality its own and the county's, the county all."""
    return Registerliste.objects.select_related("virksomhet", "kommune", "bruker")


def finn_liste(noekkel: UUID) -> Registerliste | None:
    """Return a list, or None."""
    return listene().select_related("jobb").filter(noekkel=noekkel).first()


def finn_rad(noekkel: UUID) -> Registerrad | None:
    """Return a row with its list and the person, if the reader sees the person."""
    return (
        Registerrad.objects.select_related("liste__virksomhet", "person__kommune")
        .filter(noekkel=noekkel)
        .first()
    )


def finn_sammenligning(noekkel: UUID) -> Feltsammenligning | None:
    """Return a field of a row, with its mark."""
    felt = Feltsammenligning.objects.select_related("rad__person", "rad__liste")
    return med_merke(felt).filter(noekkel=noekkel).first()


def med_merke(rader: QuerySet[Any]) -> QuerySet[Any]:
    """Add what the newest mark of each says (`merke`: «» when there is none, or it was opened again)."""
    nyeste = Rettelse.objects.filter(sammenligning=OuterRef("pk")).order_by("-id")
    felt = ("hvor", "grunn", "tid", "bekreftet_i__dato", "bruker__first_name", "bruker__last_name")
    merkede: QuerySet[Any] = rader.annotate(
        siste_hvor=Subquery(nyeste.values("hvor")[:1]),
        **{f"merke_{f.split('__')[-1]}": Subquery(nyeste.values(f)[:1]) for f in felt[1:]},
    ).annotate(
        merke=Case(
            When(Q(siste_hvor__isnull=True) | Q(siste_hvor=Hvor.AAPEN), then=Value("")),
            default=F("siste_hvor"),
            output_field=CharField(),
        )
    )
    return merkede


def aapne(rader: QuerySet[Feltsammenligning]) -> QuerySet[Feltsammenligning]:
    """Return the differences nobody has marked."""
    nyeste = Rettelse.objects.filter(sammenligning=OuterRef("pk")).order_by("-id").values("hvor")[:1]
    rader = rader.exclude(utfall__in=I_ORDEN).annotate(_siste=Subquery(nyeste))
    return rader.filter(Q(_siste__isnull=True) | Q(_siste=Hvor.AAPEN))


@dataclass(frozen=True)
class Tall:
    """How a list came out: rows (persons), and differences (fields)."""

    personer: int
    like: int
    med_avvik: int
    bare_register: int
    bare_hos_oss: int
    uleste: int
    avvik: int
    ukjente_koder: int
    aapne: int
    gjenaapnede: int


def tall(liste: Registerliste) -> Tall:
    """Return the counts of what the reader sees of a list: two queries."""
    felt = Feltsammenligning.objects.filter(liste=liste)
    person, ulikt = Q(felt=Felt.PERSON.value), ~Q(utfall__in=I_ORDEN)
    i_begge = person & Q(utfall=Utfall.LIKT.value, rad__linje__isnull=False)
    ulike_felt = Feltsammenligning.objects.filter(rad=OuterRef("rad")).exclude(utfall__in=I_ORDEN)
    telling = felt.annotate(
        har_avvik=Case(When(i_begge, then=Exists(ulike_felt)), default=Value(False))
    ).aggregate(
        personer=Count("pk", filter=person),
        like=Count("pk", filter=i_begge & Q(har_avvik=False)),
        med_avvik=Count("pk", filter=i_begge & Q(har_avvik=True)),
        bare_register=Count("pk", filter=person & Q(utfall=Utfall.BARE_REGISTER.value)),
        bare_hos_oss=Count("pk", filter=person & Q(utfall=Utfall.BARE_HOS_OSS.value)),
        uleste=Count("pk", filter=person & Q(utfall=Utfall.ULEST.value)),
        avvik=Count("pk", filter=ulikt),
        ukjente_koder=Count("pk", filter=Q(utfall=Utfall.UKJENT_KODE.value)),
        gjenaapnede=Count("pk", filter=Q(gjenaapnet=True)),
    )
    return Tall(aapne=aapne(felt).count(), **telling)


def felt_i_raden(rad: Registerrad) -> list[Feltsammenligning]:
    """Return the fields of a row in the order of the closed list, each with its mark."""
    felt = med_merke(Feltsammenligning.objects.filter(rad=rad).select_related("rad__person"))
    orden = [f.value for f in Felt]
    return sorted(felt, key=lambda f: orden.index(f.felt))
