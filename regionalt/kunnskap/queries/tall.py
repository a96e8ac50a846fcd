"""The figures that count, by municipality. Apps above read them here; a figure that is hidden is never 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from django.db.models import Case, IntegerField, QuerySet, Value, When

from regionalt.kunnskap.kodeverk import Utgave
from regionalt.kunnskap.models import Tall, Vurdering

Tallmerke = Literal["verdi", "undertrykt", "mangler", "ikke_spurt"]
# the revised request counts before the original
RANG = Case(
    When(utgave=Utgave.REVIDERT, then=Value(2)),
    When(utgave=Utgave.INGEN, then=Value(1)),
    default=Value(0),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Tallverdi:
    """A figure: a number exactly when the mark is «verdi»; its year, source, and the day it was fetched."""

    verdi: Decimal | None
    merke: Tallmerke
    aar: int
    kilde: str
    hentet: date


def gjeldende() -> QuerySet[Tall]:
    """Return the figures no newer import has superseded, with municipality and import."""
    return Tall.objects.filter(erstattet__isnull=True).select_related("kommune", "tallimport")


def tall_for(indikator: str, aar: int, versjon: str = "") -> dict[str, Tallverdi]:
    """Return municipality number → figure of a year.

    Args:
        versjon: «opprinnelig» or «revidert» of a request; without one the newest.
    """
    rader = gjeldende().filter(indikator=indikator, aar=aar)
    if versjon:
        rader = rader.filter(utgave=versjon)
    return _nyeste(rader)


def siste_tall(indikator: str) -> dict[str, Tallverdi]:
    """Return municipality number → its figure of the last year there is one."""
    return _nyeste(gjeldende().filter(indikator=indikator))


def anmodninger() -> dict[tuple[int, str], dict[str, Decimal]]:
    """Return (year, version) → municipality number → request, to hold a new table against."""
    ut: dict[tuple[int, str], dict[str, Decimal]] = {}
    rader = gjeldende().filter(indikator="anmodning", merke__in=("verdi", "ikke_spurt"))
    for t in rader:
        ut.setdefault((t.aar, t.utgave), {})[t.kommune.nummer] = t.verdi or Decimal(0)
    return ut


def vurderinger_for(dag: date) -> dict[str, dict[str, Vurdering]]:
    """Return municipality number → kind → the newest judgement as it was known on a day."""
    rader = Vurdering.objects.filter(dato__lte=dag).select_related("kommune", "endret_av")
    ut: dict[str, dict[str, Vurdering]] = {}
    for v in rader.order_by("dato", "pk"):
        ut.setdefault(v.kommune.nummer, {})[v.slag] = v
    return ut


def _nyeste(rader: QuerySet[Tall]) -> dict[str, Tallverdi]:
    """Return the last year of each municipality, and of that year the newest version."""
    ordnet = rader.alias(rang=RANG).order_by("aar", "rang")
    return {t.kommune.nummer: som_verdi(t) for t in ordnet}


def som_verdi(t: Tall) -> Tallverdi:
    """Return a row as others read it."""
    return Tallverdi(t.verdi, cast(Tallmerke, t.merke), t.aar, t.tallimport.kilde, t.tallimport.hentet)
