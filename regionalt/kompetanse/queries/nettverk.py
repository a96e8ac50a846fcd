"""Reads of networks: a municipality sees them all, and of the members its own."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from regionalt.kompetanse.models import Arrangement, Nettverk, Nettverksmedlem, Tilstand

FLEST = 50
_MOETER = (Tilstand.AAPEN, Tilstand.HOLDT)


def er_med(dag: date, foran: str = "") -> Q:
    """Return the condition that a member (through `foran`) is in the network on a day."""
    naa: Q = Q(**{f"{foran}fra__lte": dag})
    return naa & (Q(**{f"{foran}til__isnull": True}) | Q(**{f"{foran}til__gte": dag}))


def virker(dag: date) -> Q:
    """Return the condition that a network is not closed down on a day."""
    return Q(til__isnull=True) | Q(til__gte=dag)


def nettverkene(naa: datetime, dag: date) -> QuerySet[Any]:
    """Return the networks with `antall` members of a day, their last (`sist`) and next (`neste`) meeting."""
    moeter = Arrangement.objects.filter(nettverk=OuterRef("pk"), tilstand__in=_MOETER)
    rader: QuerySet[Any] = Nettverk.objects.annotate(
        antall=Count("medlemmer", filter=er_med(dag, "medlemmer__")),
        sist=Subquery(moeter.filter(start__lte=naa).order_by("-start").values("start")[:1]),
        neste=Subquery(moeter.filter(start__gt=naa).order_by("start").values("start")[:1]),
    )
    return rader


def virksomme(dag: date, *, med: int | None = None) -> list[Nettverk]:
    """Return the networks that are not closed down, by name, and `med`: the one a meeting has already."""
    return list(Nettverk.objects.filter(virker(dag) | Q(pk=med)).order_by("navn"))


def finn_nettverk(noekkel: UUID) -> Nettverk | None:
    """Return a network by its key."""
    return Nettverk.objects.select_related("endret_av").filter(noekkel=noekkel).first()


def finn_medlem(noekkel: UUID) -> Nettverksmedlem | None:
    """Return a member by their key."""
    rader = Nettverksmedlem.objects.select_related("nettverk", "endret_av")
    return rader.filter(noekkel=noekkel).first()


def medlemmene(nettverk: Nettverk) -> list[Nettverksmedlem]:
    """Return the members the reader sees, those who are in it now first."""
    rader = Nettverksmedlem.objects.filter(nettverk=nettverk).select_related("virksomhet")
    return list(rader.order_by(F("til").desc(nulls_first=True), "virksomhet__navn", "organisasjon", "pk"))


def medlemskommuner(nettverk: Nettverk, dag: date) -> list[int]:
    """Return the municipalities that are members on a day: those a meeting is for."""
    rader = Nettverksmedlem.objects.filter(er_med(dag), nettverk=nettverk, virksomhet__type="kommune")
    return list(rader.order_by("virksomhet").values_list("virksomhet", flat=True).distinct())


def moetene(nettverk: Nettverk) -> list[Arrangement]:
    """Return the meetings the reader sees, the latest first."""
    return list(Arrangement.objects.filter(nettverk=nettverk).order_by("-start", "-pk")[:FLEST])


def i_aaret(aar: int) -> list[tuple[str, int, int]]:
    """Return, of the networks of a year: name, municipalities in it during the year, meetings held."""
    fra, til = date(aar, 1, 1), date(aar, 12, 31)
    kommuner = Q(medlemmer__virksomhet__type="kommune", medlemmer__fra__lte=til) & (
        Q(medlemmer__til__isnull=True) | Q(medlemmer__til__gte=fra)
    )
    rader = Nettverk.objects.filter(virker(fra)).annotate(
        kommuner=Count("medlemmer__virksomhet", filter=kommuner, distinct=True),
        holdt=Count(
            "moeter", filter=Q(moeter__tilstand=Tilstand.HOLDT, moeter__start__year=aar), distinct=True
        ),
    )
    return list(rader.order_by("navn").values_list("navn", "kommuner", "holdt"))
