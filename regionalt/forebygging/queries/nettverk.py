"""Reads of networks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from integrering.utveksling.moeter.kodeverk import Moetetilstand, Moetetype
from integrering.utveksling.moeter.models import Moete
from regionalt.forebygging.models import Nettverk, Nettverksmedlem

FLEST = 50


def nettverkene(dag: date) -> QuerySet[Nettverk]:
    """Return all networks with the number of members of a day (`antall`)."""
    naa = Q(medlemmer__fra__lte=dag) & (Q(medlemmer__til__isnull=True) | Q(medlemmer__til__gte=dag))
    return Nettverk.objects.annotate(antall=Count("medlemmer", filter=naa))


def finn_nettverk(noekkel: UUID) -> Nettverk | None:
    """Return a network by its key."""
    return Nettverk.objects.select_related("endret_av").filter(noekkel=noekkel).first()


def finn_medlem(noekkel: UUID) -> Nettverksmedlem | None:
    """Return a member by their key."""
    rader = Nettverksmedlem.objects.select_related("nettverk", "endret_av")
    return rader.filter(noekkel=noekkel).first()


def medlemmene(nettverk: Nettverk) -> list[Nettverksmedlem]:
    """Return all members, those who are in it now first."""
    return list(nettverk.medlemmer.order_by("-til", "organisasjon", "navn"))


def moetene(nettverk: Nettverk) -> list[Moete]:
    """Return the network's meetings that the reader may see, the latest first."""
    rader = Moete.objects.filter(forebyggingsnettverk__nettverk=nettverk)
    return list(rader.order_by("-start", "-pk")[:FLEST])


def ledige_moeter() -> list[Moete]:
    """Return the network meetings the reader may see that belong to no network."""
    rader = Moete.objects.filter(type=Moetetype.NETTVERK, forebyggingsnettverk__isnull=True)
    return list(rader.exclude(tilstand=Moetetilstand.AVLYST).order_by("-start", "-pk")[:FLEST])
