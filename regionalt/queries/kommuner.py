"""The municipalities of the county, and the figures of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import Greatest

from integrering.nir.models import Person
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.queries.felt import antall
from regionalt.queries.kontakter import med_kontakt
from regionalt.queries.moeter import sist_moett
from regionalt.tidslinje import tidslinjekilder


def kommunene(dag: date) -> QuerySet[Virksomhet]:
    """Return the county's municipalities, each with its contact of the day."""
    return med_kontakt(kommuner_i_fylket(), dag)


def med_sist_moett(kommuner: QuerySet[Any]) -> QuerySet[Any]:
    """Return the municipalities with `sist_moett`: the last meeting or visit the reader sees, or NULL."""
    andre = [kilde.sist_moett() for kilde in tidslinjekilder()]
    siste: Any = Greatest(sist_moett(), *andre) if andre else sist_moett()
    ut: QuerySet[Any] = kommuner.annotate(sist_moett=siste)
    return ut


def ikke_moett_siden(dag: date) -> Q:
    """Return the condition that we have not met a municipality (with `sist_moett`) since a day."""
    return Q(sist_moett__isnull=True) | Q(sist_moett__lt=dag)


def finn_kommune(nummer: str, **felt: Any) -> Virksomhet | None:
    """Return one of the county's municipalities, with what else is to be read of it (expressions)."""
    return kommuner_i_fylket().filter(nummer=nummer).annotate(**felt).first()


@dataclass(frozen=True)
class Tall:
    """Key figures: persons the reader sees there, and the municipality's open tasks."""

    personer: int
    oppgaver: int
    over_frist: int


def tallfelt(dag: date) -> dict[str, Any]:
    """Return what is counted for the key figures of a municipality, of what the reader may see."""
    oppgaver = Oppgave.objects.filter(virksomhet=OuterRef("pk"), lukket__isnull=True)
    return {
        "antall_personer": antall(Person.objects.filter(kommune=OuterRef("pk")), "kommune"),
        "antall_oppgaver": antall(oppgaver, "virksomhet"),
        "antall_over_frist": antall(oppgaver, "virksomhet", Q(frist__lt=dag)),
    }


def tallene(kommune: Any) -> Tall:
    """Return the key figures of a municipality that is read with `tallfelt`."""
    return Tall(kommune.antall_personer, kommune.antall_oppgaver, kommune.antall_over_frist)
