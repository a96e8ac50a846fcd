"""Reads of the contact log."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.moeter.queries.punkter import Ansvarlig
from regionalt.oppfoelging.models import Kontakt, Kontaktkommune, Kontaktpunkt
from regionalt.queries.kontakter import kontaktvalg


def kontakter() -> QuerySet[Any]:
    """Return the contacts, each with `kommunenavn` (all it was with, that the reader sees) and `aapne`."""
    med = Kontaktkommune.objects.filter(kontakt=OuterRef("pk")).order_by().values("kontakt")
    navn = med.annotate(alle=StringAgg("kommune__navn", ", ", order_by="kommune__navn")).values("alle")
    punkter = Kontaktpunkt.objects.filter(kontakt=OuterRef("pk"), tilstand="aapen").order_by()
    antall = punkter.values("kontakt").annotate(n=Count("pk")).values("n")
    rader: QuerySet[Any] = Kontakt.objects.select_related("hos_oss").annotate(
        kommunenavn=Subquery(navn), aapne=Coalesce(Subquery(antall), 0)
    )
    return rader


def finn_kontakt(noekkel: UUID) -> Kontakt | None:
    """Return a contact the one who asks sees."""
    return Kontakt.objects.select_related("hos_oss", "endret_av").filter(noekkel=noekkel).first()


def kommunene_i(kontakt: Kontakt) -> list[Virksomhet]:
    """Return the municipalities a contact was with, that the reader sees, by name."""
    rader = Kontaktkommune.objects.filter(kontakt=kontakt).select_related("kommune").order_by("kommune__navn")
    return [rad.kommune for rad in rader]


def punkter_i(kontakt: Kontakt) -> list[Kontaktpunkt]:
    """Return what was agreed in a contact, in the order it was written."""
    return list(_punkter().filter(kontakt=kontakt).order_by("pk"))


def finn_punkt(noekkel: UUID) -> Kontaktpunkt | None:
    """Return a point the one who asks sees, with its contact."""
    return _punkter().filter(noekkel=noekkel).first()


def _punkter() -> QuerySet[Kontaktpunkt]:
    return Kontaktpunkt.objects.select_related(
        "kontakt", "eier_virksomhet", "eier_bruker", "avsluttet_av", "endret_av"
    )


def ansvarlige_for(kontakt: Kontakt) -> list[Ansvarlig]:
    """Return who may be given a point: the county, its users, and the municipalities of the contact."""
    fylket = vaart_fylke()
    funnet = [Ansvarlig(fylket.pk, None, fylket.navn)]
    funnet += [Ansvarlig(fylket.pk, b.pk, f"{b}, {fylket.navn}") for b in kontaktvalg()]
    return funnet + [Ansvarlig(k.pk, None, k.navn) for k in kommunene_i(kontakt)]


def filtrert(rader: QuerySet[Any], filter: dict[str, Any]) -> QuerySet[Any]:
    """Return the contacts a filter asks for."""
    if nummer := filter.get("kommune"):
        rader = rader.filter(kommuner__kommune__nummer=nummer)
    if fra := filter.get("fra"):
        rader = rader.filter(dato__gte=fra)
    if til := filter.get("til"):
        rader = rader.filter(dato__lte=til)
    like = {felt: filter[felt] for felt in ("slag", "tema", "tilstand", "hos_oss_id") if filter.get(felt)}
    return rader.filter(Q(**like))
