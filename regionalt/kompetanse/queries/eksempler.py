"""Reads of good examples: a municipality the published ones and its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.kompetanse.models import Eksempel, Eksempeltilstand


def eksempler() -> QuerySet[Eksempel]:
    """Return the examples the reader sees."""
    return Eksempel.objects.select_related("kommune")


def finn_eksempel(noekkel: UUID) -> Eksempel | None:
    """Return an example the reader sees."""
    return Eksempel.objects.select_related("kommune", "endret_av").filter(noekkel=noekkel).first()


def soek(tekst: str, antall: int) -> list[Eksempel]:
    """Return the examples whose title, municipality or text has the words, the best first."""
    felt = ("tittel", "kommune__navn", "gjort", "resultat")
    ordene = SearchQuery(tekst, config="norwegian", search_type="websearch")
    vektor = SearchVector(*felt, config="norwegian")
    treff = eksempler().annotate(vektor=vektor, rang=SearchRank(vektor, ordene)).filter(vektor=ordene)
    return list(treff.order_by("-rang", "-pk")[:antall])


def les_innsendte(ider: Collection[int] | None) -> Iterator[tuple[Emne, date]]:
    """Yield the examples that wait for the county, with the day they came (see `oppgaver.regelverk`)."""
    rader = Eksempel.objects.filter(tilstand=Eksempeltilstand.INNSENDT)
    rader = rader.filter(pk__in=ider) if ider is not None else rader
    fylket = vaart_fylke().pk
    for e in rader.order_by("pk"):
        url = reverse("kompetanse:eksempel", args=[e.noekkel])
        yield (
            Emne(id=e.pk, virksomhet_id=fylket, url=url, tekst=e.tittel),
            timezone.localdate(e.opprettet),
        )
