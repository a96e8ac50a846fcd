"""Schools: what they offer, their classes and pupils."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from integrering.tilgang.models import Virksomhet, Virksomhetstype
from opplaering.models import Skoleklasse, Utdanningstilbud
from opplaering.queries.skoleklasser import antall_elever


def skoler_med_antall(i_dag: date) -> QuerySet[Virksomhet]:
    """Return the schools, each with its offers, classes and pupils today, of those the reader sees."""
    tilbud = Utdanningstilbud.objects.filter(skole=OuterRef("pk"), aktiv=True)
    klasser = Skoleklasse.objects.filter(skole=OuterRef("pk"), fra__lte=i_dag, til__gte=i_dag)
    return Virksomhet.objects.filter(type=Virksomhetstype.SKOLE).annotate(
        tilbud=_antall(tilbud), klasser=_antall(klasser), elever=antall_elever(i_dag, "skole")
    )


def _antall(rader: QuerySet[Utdanningstilbud] | QuerySet[Skoleklasse]) -> Coalesce:
    tall = rader.order_by().values("skole").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(tall), 0)


def finn_skole(nummer: str) -> Virksomhet | None:
    """Return a school by its organisation number."""
    return Virksomhet.objects.filter(type=Virksomhetstype.SKOLE, nummer=nummer).first()


def tilbudene(skole: Virksomhet) -> QuerySet[Utdanningstilbud]:
    """Return what a school offers, by name; what takes no more pupils last."""
    return Utdanningstilbud.objects.filter(skole=skole).order_by("-aktiv", "navn", "pk")


def finn_tilbud(skole: Virksomhet, tilbud_id: int) -> Utdanningstilbud | None:
    """Return one of the school's offers."""
    return Utdanningstilbud.objects.filter(skole=skole, pk=tilbud_id).first()
