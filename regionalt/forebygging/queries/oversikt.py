"""What the pages of all the regional work show of prevention."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from regionalt.forebygging.models import Aktivitet, Hjelpetjeneste, Mangfoldsraadgiver
from regionalt.forebygging.queries.katalog import paa_dagen


def til_gjennomgang(foer: date) -> QuerySet[Any, Any]:
    """Return the services and mangfoldsrådgivere that should have been looked over before a day."""
    begge: QuerySet[Any, Any] = _over_dato(Hjelpetjeneste.objects.all(), foer).values("pk")
    return begge.union(_over_dato(Mangfoldsraadgiver.objects.all(), foer).values("pk"), all=True)


def datoer(fra: date, til: date) -> QuerySet[Any, Any]:
    """Return review dates and activities between two days. No person is named.

    Each has `sort` («raadgiver», «tjeneste» or «aktivitet»), `noekkel`, `kalt` (its name) and `dagen`.
    """
    mellom = {"gjennomgaas__range": (fra, til)}
    tjenester = Hjelpetjeneste.objects.filter(_uten_slutt("gjennomgaas"), **mellom)
    raadgivere = Mangfoldsraadgiver.objects.filter(_uten_slutt("gjennomgaas"), **mellom)
    aktiviteter = Aktivitet.objects.filter(dato__range=(fra, til))
    alle = _linjer(tjenester, "tjeneste", "navn", "gjennomgaas").union(
        _linjer(raadgivere, "raadgiver", "skole", "gjennomgaas"),
        _linjer(aktiviteter, "aktivitet", "tittel", "dato"),
        all=True,
    )
    return alle.order_by("dagen", "kalt")


def _uten_slutt(felt: str) -> Q:
    return Q(til__isnull=True) | Q(til__gte=F(felt))


def _over_dato(rader: QuerySet[Any], foer: date) -> QuerySet[Any]:
    return paa_dagen(rader, foer).filter(gjennomgaas__lt=foer).order_by()


def _linjer(rader: QuerySet[Any], slag: str, navn: str, dag: str) -> QuerySet[Any, Any]:
    merket: QuerySet[Any, Any] = rader.order_by().annotate(
        sort=Value(slag, CharField()), kalt=Cast(navn, CharField()), dagen=F(dag)
    )
    return merket.values("sort", "noekkel", "kalt", "dagen")
