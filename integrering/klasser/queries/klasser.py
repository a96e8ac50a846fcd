"""Classes and those who are in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from integrering.grunnmur.kodelister import kodenavn_i_raden
from integrering.klasser.kodeverk import KLASSENIVAA
from integrering.klasser.models import Klasse, Medlemskap
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


def finn_klasse(noekkel: UUID) -> Klasse | None:
    """Return a class the one who asks may see."""
    return Klasse.objects.select_related("virksomhet", "kontakt").filter(noekkel=noekkel).first()


def mine_klasser(av: Aktoer, i_dag: date) -> QuerySet[Klasse]:
    """Return one's own classes that are not over, by name."""
    return Klasse.objects.filter(virksomhet_id=av.virksomhet_id, til__gte=i_dag).order_by("navn", "fra", "pk")


def klasser(i_dag: date) -> QuerySet[Klasse]:
    """Return the classes the one who asks may see, with how many are in each today (`antall`)."""
    der = i_klassen_paa(Medlemskap.objects.gjeldende(), i_dag).filter(klasse=OuterRef("pk"))
    antall = der.order_by().values("klasse").annotate(n=Count("pk")).values("n")
    return Klasse.objects.select_related("virksomhet").annotate(
        antall=Coalesce(Subquery(antall), 0), nivaanavn=kodenavn_i_raden("nivaa", liste=KLASSENIVAA)
    )


def i_klassen_paa(medlemskap: QuerySet[Medlemskap], dag: date) -> QuerySet[Medlemskap]:
    """Return those of the memberships that hold on a day."""
    return medlemskap.filter(Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag)


def medlemskap_som_gjelder(klasse: Klasse) -> QuerySet[Medlemskap]:
    """Return who is, was and will be in the class."""
    return Medlemskap.objects.gjeldende().filter(klasse=klasse)


def medlemmer_i(klasse: Klasse, fra: date, til: date) -> QuerySet[Medlemskap]:
    """Return those in the class on a day of the period, by name; each person once."""
    return (
        medlemskap_som_gjelder(klasse)
        .filter(Q(til__isnull=True) | Q(til__gte=fra), fra__lte=til)
        .select_related("person")
        .order_by("person__sortering", "person_id", "fra")
    )


def valgte_medlemskap(klasse: Klasse, noekler: list[UUID]) -> list[Medlemskap]:
    """Return the memberships with these keys that hold, by name."""
    return list(
        medlemskap_som_gjelder(klasse)
        .filter(registrering_id__in=noekler)
        .select_related("person", "klasse")
        .order_by("person__sortering", "person_id", "fra")
    )


def deltakere_i(klasse: Klasse, fra: date, til: date, *, ogsaa: Collection[int] = ()) -> list[Person]:
    """Return those in the class on a day of the period, by name.

    Args:
        ogsaa: numbers of persons on a page that has been open: those of them who have been in the class.
    """
    da = medlemmer_i(klasse, fra, til).order_by().values("person_id")
    noensinne = Medlemskap.objects.filter(klasse=klasse, person_id__in=ogsaa).values("person_id")
    return list(Person.objects.filter(Q(pk__in=da) | Q(pk__in=noensinne)).order_by("sortering", "pk"))
