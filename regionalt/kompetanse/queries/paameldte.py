"""Reads of registrations and attendance: the county all, a municipality its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Count, Func, IntegerField, QuerySet, Value
from django.urls import reverse
from django.utils import timezone

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.kompetanse.models import Arrangement, Oppmoete, Paamelding, Plass, Tilstand
from regionalt.kompetanse.rules.oppgaver import Arrangementsfakta, Plassfakta


class _Antall(Func):
    function = "kompetanse_antall"
    output_field = IntegerField()


def med_plasser(rader: QuerySet[Arrangement]) -> QuerySet[Arrangement]:
    """Return the events with how many have a place (`opptatt`) and wait (`venter`), from everywhere."""
    return rader.annotate(
        opptatt=_Antall("pk", Value(Plass.PLASS.value)), venter=_Antall("pk", Value(Plass.VENTER.value))
    )


def paameldte(arrangement: UUID | str) -> QuerySet[Paamelding]:
    """Return those the reader sees, with how many sessions each came to (`moett`); unordered."""
    rader = Paamelding.objects.filter(arrangement__noekkel=arrangement).select_related("virksomhet")
    return rader.annotate(moett=Count("oppmoete"))


def meldt_paa(arrangement: Arrangement) -> list[Paamelding]:
    """Return those who have a place or wait, those with a place first, as they came."""
    rader = Paamelding.objects.filter(arrangement=arrangement).exclude(plass=Plass.AVMELDT)
    return list(rader.select_related("virksomhet").order_by("plass", "pk"))


def finn_paamelding(arrangement: Arrangement, noekkel: UUID) -> Paamelding | None:
    """Return a registration the reader sees."""
    rader = Paamelding.objects.select_related("virksomhet")
    return rader.filter(arrangement=arrangement, noekkel=noekkel).first()


def moett(arrangement: Arrangement) -> set[tuple[int, int]]:
    """Return who came to what: (registration, session)."""
    rader = Oppmoete.objects.filter(oekt__arrangement=arrangement)
    return set(rader.values_list("paamelding_id", "oekt_id"))


def les_plasser(ider: Collection[int] | None) -> Iterator[tuple[Emne, Plassfakta]]:
    """Yield the places given from the waiting list that are not confirmed (see `oppgaver.regelverk`)."""
    rader = Paamelding.objects.filter(
        plass=Plass.PLASS, rykket_opp__isnull=False, bekreftet__isnull=True,
        arrangement__tilstand=Tilstand.AAPEN,
    ).select_related("arrangement", "virksomhet")  # fmt: skip
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke().pk
    for p in rader.order_by("pk"):
        assert p.rykket_opp is not None  # noqa: S101 - held by the filter
        kommune = p.virksomhet is not None and p.virksomhet.type == "kommune"
        hos = p.virksomhet_id if kommune and p.virksomhet_id else fylket
        yield (
            _emne(p.pk, p.arrangement, hos),
            Plassfakta(
                rykket_opp=timezone.localdate(p.rykket_opp), bekreftet=False, kommune=kommune,
                start=timezone.localdate(p.arrangement.start),
            ),
        )  # fmt: skip


def les_aapne(ider: Collection[int] | None) -> Iterator[tuple[Emne, Arrangementsfakta]]:
    """Yield the open events (see `oppgaver.regelverk`)."""
    rader = Arrangement.objects.filter(tilstand=Tilstand.AAPEN)
    rader = rader.filter(pk__in=ider) if ider is not None else rader
    fylket = vaart_fylke().pk
    for a in rader.order_by("pk"):
        yield _emne(a.pk, a, fylket), Arrangementsfakta(timezone.localdate(a.slutt))


def _emne(nr: int, a: Arrangement, virksomhet_id: int) -> Emne:
    url = reverse("kompetanse:arrangement", args=[a.noekkel])
    return Emne(id=nr, virksomhet_id=virksomhet_id, url=url, tekst=a.tittel)
