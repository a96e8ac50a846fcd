"""Classes at schools, and who goes there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from opplaering.models import Hovedansvar, Skolegang, Skoleklasse
from opplaering.queries.elever import uten_nirfelt
from opplaering.queries.skolegang import paa_dagen, skolegang
from opplaering.rules import ansvar as ansvarsregler
from opplaering.rules.hovedansvar import Avgjoerelse, Klassetid


def finn_skoleklasse(noekkel: UUID) -> Skoleklasse | None:
    """Return a class the one who asks may see."""
    return (
        Skoleklasse.objects.select_related("skole", "tilbud", "kommune", "kontakt")
        .filter(noekkel=noekkel)
        .first()
    )


def skoleklasser(av: Aktoer, i_dag: date) -> QuerySet[Any]:
    """Return the classes the one who asks may see.

    Each has `antall` (pupils today, of those the reader sees) and `ansvar` (the decision on a combination
    class that holds today; «» when there is none).
    """
    alle = Skoleklasse.objects.select_related("skole", "tilbud")
    if av.har(Rolle.SKOLEKONTAKT):
        alle = alle.filter(skole_id=av.virksomhet_id)
    naa = Hovedansvar.objects.filter(klasse=OuterRef("pk"), fra__lte=i_dag).order_by("-fra", "-pk")
    return alle.annotate(
        antall=antall_elever(i_dag, "klasse"), ansvar=Coalesce(Subquery(naa.values("ansvar")[:1]), Value(""))
    )


def antall_elever(dag: date, felt: str) -> Coalesce:
    """Return the number of pupils on a day, for the row whose key Skolegang's `felt` points at."""
    der = paa_dagen(skolegang(), dag).filter(**{felt: OuterRef("pk")})
    antall = der.order_by().values(felt).annotate(n=Count("person", distinct=True)).values("n")
    return Coalesce(Subquery(antall), 0)


def i_klassen(klasse: Skoleklasse) -> QuerySet[Skolegang]:
    """Return the periods in the class that hold now, with the pupil; unordered."""
    return uten_nirfelt(skolegang().filter(klasse=klasse), "person")


def i_klassen_naa(klasse: Skoleklasse, i_dag: date) -> list[Skolegang]:
    """Return those in the class on a day, by name: today, or the day nearest to it that the class lasts."""
    dag = min(max(i_dag, klasse.fra), klasse.til)
    return list(paa_dagen(i_klassen(klasse), dag).order_by("person__sortering", "person_id", "fra"))


def valgte_i_klassen(klasse: Skoleklasse, noekler: Collection[UUID]) -> list[Skolegang]:
    """Return the periods in the class with these keys, by name."""
    rader = i_klassen(klasse).filter(registrering_id__in=noekler)
    return list(rader.order_by("person__sortering", "person_id", "fra"))


def kan_settes_inn(klasse: Skoleklasse) -> list[Skolegang]:
    """Return the school's periods that last while the class does and are not in it, by name."""
    rader = skolegang().filter(
        Q(til__isnull=True) | Q(til__gte=klasse.fra), skole=klasse.skole_id, fra__lte=klasse.til
    )
    utenfor = rader.filter(Q(klasse__isnull=True) | ~Q(klasse=klasse))
    return list(
        uten_nirfelt(utenfor, "person")
        .select_related("klasse")
        .order_by("person__sortering", "person_id", "fra")
    )


def klassene_ved(skole: Virksomhet, i_dag: date) -> QuerySet[Skoleklasse]:
    """Return the school's classes that are not over, by name."""
    return Skoleklasse.objects.filter(skole=skole, til__gte=i_dag).order_by("navn", "fra", "pk")


def hovedansvaret(klasse: Skoleklasse) -> list[Hovedansvar]:
    """Return the decisions on a class, newest beginning first."""
    return list(klasse.hovedansvar.select_related("av").order_by("-fra", "-pk"))


def som_avgjoerelser(rader: Collection[Hovedansvar]) -> list[Avgjoerelse]:
    """Return the decisions as the rule takes them."""
    return [Avgjoerelse(ansvarsregler.Hovedansvar(rad.ansvar), rad.fra, rad.pk) for rad in rader]


def les_kombinasjonsklasser(ider: Collection[int] | None) -> Iterator[tuple[Emne, Klassetid]]:
    """Yield the combination classes, with when they are decided on (see `oppgaver.regelverk`)."""
    klasser = Skoleklasse.objects.filter(kombinasjonsklasse=True).annotate(avgjort=Min("hovedansvar__fra"))
    for klasse in (klasser if ider is None else klasser.filter(pk__in=ider)).order_by("pk"):
        url = reverse("hovedansvar_nytt", args=[klasse.noekkel])
        emne = Emne(id=klasse.pk, virksomhet_id=klasse.skole_id, tekst=klasse.navn, url=url)
        yield emne, Klassetid(klasse.fra, klasse.til, klasse.avgjort)
