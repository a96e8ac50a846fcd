"""The municipalities of the county, and the figures of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from integrering.nir.models import Person
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.queries.kontakter import med_kontakt


def kommunene(dag: date) -> QuerySet[Virksomhet]:
    """Return the county's municipalities, each with its contact of the day."""
    return med_kontakt(kommuner_i_fylket(), dag)


def finn_kommune(nummer: str) -> Virksomhet | None:
    """Return one of the county's municipalities."""
    return kommuner_i_fylket().filter(nummer=nummer).first()


@dataclass(frozen=True)
class Tall:
    """Key figures: persons the reader sees there, and the municipality's open tasks."""

    personer: int
    oppgaver: int
    over_frist: int


def tall_for(kommune: Virksomhet, i_dag: date) -> Tall:
    """Return the key figures of a municipality, of what the reader may see."""
    oppgaver = Oppgave.objects.filter(virksomhet=kommune, lukket__isnull=True).aggregate(
        alle=Count("pk"), over=Count("pk", filter=Q(frist__lt=i_dag))
    )
    return Tall(Person.objects.filter(kommune=kommune).count(), oppgaver["alle"], oppgaver["over"])
