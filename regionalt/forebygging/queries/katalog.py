"""Reads of the directory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver, Situasjon

K = TypeVar("K", Hjelpetjeneste, Mangfoldsraadgiver)
# review date, last day
Fakta = tuple[date | None, date | None]


def paa_dagen(rader: QuerySet[K], dag: date) -> QuerySet[K]:
    """Return those that have not ended before a day."""
    return rader.filter(Q(til__isnull=True) | Q(til__gte=dag))


def tjenester(dag: date) -> list[Hjelpetjeneste]:
    """Return the services of a day, the first to ask first."""
    return list(paa_dagen(Hjelpetjeneste.objects.all(), dag).order_by("rekkefoelge", "navn"))


def per_situasjon(alle: Collection[Hjelpetjeneste]) -> list[tuple[str, list[Hjelpetjeneste]]]:
    """Return situation → the services for it; those without any are left out."""
    funnet = [(str(s.label), [t for t in alle if s.value in t.situasjoner]) for s in Situasjon]
    return [(tittel, tjenestene) for tittel, tjenestene in funnet if tjenestene]


def raadgivere() -> QuerySet[Mangfoldsraadgiver]:
    """Return all mangfoldsrådgivere with their municipality."""
    return Mangfoldsraadgiver.objects.select_related("kommune")


def finn_tjeneste(noekkel: UUID) -> Hjelpetjeneste | None:
    """Return a service by its key."""
    return Hjelpetjeneste.objects.select_related("endret_av").filter(noekkel=noekkel).first()


def finn_raadgiver(noekkel: UUID) -> Mangfoldsraadgiver | None:
    """Return a mangfoldsrådgiver by their key."""
    return raadgivere().select_related("endret_av").filter(noekkel=noekkel).first()


def les_tjenester(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fakta]]:
    """Yield the services with a review date (see `oppgaver.regelverk`)."""
    return _les(Hjelpetjeneste.objects.all(), ider, "forebygging:tjeneste_endre")


def les_raadgivere(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fakta]]:
    """Yield the mangfoldsrådgivere with a review date."""
    return _les(Mangfoldsraadgiver.objects.all(), ider, "forebygging:raadgiver_endre")


def _les(rader: QuerySet[K], ider: Collection[int] | None, side: str) -> Iterator[tuple[Emne, Fakta]]:
    rader = rader.filter(gjennomgaas__isnull=False)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke().pk
    for rad in rader.order_by("pk"):
        emne = Emne(
            id=rad.pk, virksomhet_id=fylket, url=reverse(side, args=[rad.noekkel]), tekst=_navnet(rad)
        )
        yield emne, (rad.gjennomgaas, rad.til)


def _navnet(rad: Hjelpetjeneste | Mangfoldsraadgiver) -> str:
    # the queue names the school, not the one who works there
    return rad.navn if isinstance(rad, Hjelpetjeneste) else rad.skole
