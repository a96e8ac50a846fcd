"""What the pages of all the regional work show of prevention. One query each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from regionalt.forebygging.models import Aktivitet, Hjelpetjeneste, Mangfoldsraadgiver
from regionalt.forebygging.queries.katalog import paa_dagen


@dataclass(frozen=True)
class Linje:
    """A line: «raadgiver», «tjeneste» or «aktivitet», its key, what it is called, more about it, its day."""

    slag: str
    noekkel: UUID
    navn: str
    detalj: str
    dag: date | None


def til_gjennomgang(foer: date) -> int:
    """Return how many services and mangfoldsrådgivere should have been looked over before a day."""
    begge = _over_dato(Hjelpetjeneste.objects.all(), foer).values("pk")
    return begge.union(_over_dato(Mangfoldsraadgiver.objects.all(), foer).values("pk"), all=True).count()


def datoer(fra: date, til: date) -> list[Linje]:
    """Return review dates and activities between two days, in one query. No person is named."""
    mellom = {"gjennomgaas__range": (fra, til)}
    tjenester = Hjelpetjeneste.objects.filter(_uten_slutt("gjennomgaas"), **mellom)
    raadgivere = Mangfoldsraadgiver.objects.filter(_uten_slutt("gjennomgaas"), **mellom)
    aktiviteter = Aktivitet.objects.filter(dato__range=(fra, til))
    alle = _linjer(tjenester, "tjeneste", "navn", "for_hvem", "gjennomgaas").union(
        _linjer(raadgivere, "raadgiver", "skole", "region", "gjennomgaas"),
        _linjer(aktiviteter, "aktivitet", "tittel", "maalgruppe", "dato"),
        all=True,
    )
    return [Linje(*rad) for rad in alle.order_by("dagen", "kalt")]


def _uten_slutt(felt: str) -> Q:
    return Q(til__isnull=True) | Q(til__gte=F(felt))


def _over_dato(rader: QuerySet[Any], foer: date) -> QuerySet[Any]:
    return paa_dagen(rader, foer).filter(gjennomgaas__lt=foer).order_by()


def _linjer(rader: QuerySet[Any], slag: str, navn: str, detalj: str, dag: str) -> QuerySet[Any]:
    def tekst(felt: str) -> Cast:
        return Cast(felt, CharField())

    merket: QuerySet[Any] = rader.order_by().annotate(
        sort=Value(slag, CharField()), kalt=tekst(navn), mer=tekst(detalj), dagen=F(dag)
    )
    return merket.values_list("sort", "noekkel", "kalt", "mer", "dagen")
