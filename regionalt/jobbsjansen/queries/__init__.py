"""Reads of the projects."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import kommuner_i_fylket, vaart_fylke
from regionalt.jobbsjansen.models import Halvaarstall, Prosjekt, Prosjektvedlegg

# due date of the report, the day it was delivered
Fakta = tuple[date | None, date | None]
TALL = ("inn", "ut", "til_vgo", "til_arbeid")


def prosjektene() -> QuerySet[Prosjekt]:
    """Return the projects the reader may see, each with its sums (`sum_inn`, `sum_ut`, …)."""
    return Prosjekt.objects.annotate(**{f"sum_{felt}": Coalesce(Sum(f"tall__{felt}"), 0) for felt in TALL})


def finn_prosjekt(noekkel: UUID) -> Prosjekt | None:
    """Return a project by its key, with its sums."""
    return prosjektene().select_related("endret_av").filter(noekkel=noekkel).first()


def finn_tall(noekkel: UUID) -> Halvaarstall | None:
    """Return the numbers of a half-year by their key."""
    return Halvaarstall.objects.select_related("prosjekt", "endret_av").filter(noekkel=noekkel).first()


def filene(prosjekt: Prosjekt) -> list[Prosjektvedlegg]:
    """Return the files of a project, with their versions."""
    rader = Prosjektvedlegg.objects.filter(prosjekt=prosjekt).select_related("vedlegg")
    return list(rader.prefetch_related("vedlegg__versjoner").order_by("pk"))


def kommunenavn(numre: list[str]) -> list[str]:
    """Return the names of municipalities by their numbers."""
    return list(kommuner_i_fylket().filter(nummer__in=numre).values_list("navn", flat=True))


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fakta]]:
    """Yield the projects whose report is not delivered (see `oppgaver.regelverk`)."""
    rader = Prosjekt.objects.filter(rapportfrist__isnull=False, rapportert__isnull=True)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke().pk
    for p in rader.order_by("pk"):
        url = reverse("jobbsjansen:rapport", args=[p.noekkel])
        yield Emne(id=p.pk, virksomhet_id=fylket, url=url, tekst=p.navn), (p.rapportfrist, p.rapportert)


def rapporter_som_mangler(foer: date) -> QuerySet[Prosjekt]:
    """Return the projects whose report was due before a day and is not delivered."""
    return Prosjekt.objects.filter(rapportfrist__lt=foer, rapportert__isnull=True)


def med_dato(fra: date, til: date) -> QuerySet[Prosjekt]:
    """Return the projects whose report is due, or that begin or end, between two days."""
    i_tiden = Q(rapportfrist__range=(fra, til)) | Q(fra__range=(fra, til)) | Q(til__range=(fra, til))
    return Prosjekt.objects.filter(i_tiden).order_by("fra", "pk")


def i_aaret(aar: int) -> list[tuple[str | int, ...]]:
    """Return project, began, left, to upper secondary, to work in a year."""
    rader = Halvaarstall.objects.filter(aar=aar).order_by("prosjekt__navn", "prosjekt")
    return [
        (navn, *tall)
        for _pk, navn, *tall in rader.values_list("prosjekt", "prosjekt__navn").annotate(*map(Sum, TALL))
    ]
