"""Reads of decision points."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from integrering.grunnmur import visning
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.models import Oeyeblikksbilde, Vedtakspunkt, Vedtaksvedlegg
from integrering.matrise.rules.punkter import Punktfakta
from integrering.oppgaver.regelverk import Emne


def punkter() -> QuerySet[Vedtakspunkt]:
    """Return the points the one who asks may see."""
    return Vedtakspunkt.objects.select_related("kommune", "ansvarlig", "avsluttet_av", "bilde__kommune")


def finn_punkt(noekkel: UUID) -> Vedtakspunkt | None:
    """Return a point by its key."""
    return punkter().filter(noekkel=noekkel).first()


def punkter_til(bilde: Oeyeblikksbilde) -> QuerySet[Vedtakspunkt]:
    """Return the points that follow from a snapshot, oldest decision first."""
    return punkter().filter(bilde=bilde).order_by("vedtatt", "pk")


def dokumentasjon(punkt: Vedtakspunkt) -> list[Vedtaksvedlegg]:
    """Return the files that show what was done, with their versions."""
    lenker = Vedtaksvedlegg.objects.filter(punkt=punkt).select_related("vedlegg", "virksomhet")
    return list(lenker.prefetch_related("vedlegg__versjoner").order_by("pk"))


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Punktfakta]]:
    """Yield the points that may be tasks (see `oppgaver.regelverk`); what one says stays on its page."""
    aapne = Vedtakspunkt.objects.filter(tilstand="aapen")
    if ider is not None:
        aapne = aapne.filter(pk__in=ider)
    for p in aapne.order_by("pk").iterator(chunk_size=2000):
        emne = Emne(
            id=p.pk,
            virksomhet_id=p.kommune_id,
            url=reverse("vedtakspunkt", args=[p.noekkel]),
            tekst=visning.dato(p.vedtatt),
            liste=ORGAN,
            kode=p.organ,
            ansvarlig_id=p.ansvarlig_id,
        )
        yield emne, Punktfakta(vedtatt=p.vedtatt, aapen=p.aapen, frist=p.frist)
