"""Reads of sessions. Row-level security decides which persons are seen in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from karriere.kodeverk import Samtaleslag
from karriere.models import Deltakelse, Sak, Samtale


def samtaler() -> QuerySet[Samtale]:
    """Return the sessions, each with centre and counsellor."""
    return Samtale.objects.select_related("senter", "veileder", "endret_av")


def finn_samtale(noekkel: UUID) -> Samtale | None:
    """Return a session by its key; None for one the reader does not see."""
    return samtaler().select_related("flyttet_til").filter(noekkel=noekkel).first()


def deltakerne(samtale: Samtale) -> list[Deltakelse]:
    """Return who has, or had, a place in a session: those the reader sees, by when they got it."""
    rader = samtale.deltakelser.select_related("sak__person__kommune", "foert_av")
    return list(rader.order_by("lagt_til", "pk"))


def samtaler_i(sak: Sak) -> list[Deltakelse]:
    """Return the person's places in sessions, the last session first."""
    rader = sak.deltakelser.select_related("samtale__senter", "samtale__veileder")
    return list(rader.order_by("-samtale__start", "-pk"))


def _samtidig(start: datetime, slutt: datetime, unntatt: int | None) -> QuerySet[Samtale]:
    rader = Samtale.objects.filter(avlyst__isnull=True, start__lt=slutt, slutt__gt=start)
    return rader.exclude(pk=unntatt) if unntatt is not None else rader


def veilederens_andre(
    veileder_id: int, start: datetime, slutt: datetime, unntatt: int | None = None
) -> Samtale | None:
    """Return a session that keeps the counsellor busy at the time; None when there is none."""
    return _samtidig(start, slutt, unntatt).filter(veileder=veileder_id).order_by("start").first()


def personens_andre(
    saker: Collection[Sak], start: datetime, slutt: datetime, unntatt: int | None = None
) -> Deltakelse | None:
    """Return a place in a session at the time that one of the persons has; None when nobody has."""
    rader = Deltakelse.objects.filter(
        sak__in=[s.pk for s in saker], oppmoete="", samtale__in=_samtidig(start, slutt, unntatt)
    )
    return rader.select_related("samtale", "sak__person").order_by("samtale__start").first()


def ledige_plasser(samtale: Samtale) -> int:
    """Return how many places nobody has. A place that was called off or moved, is free."""
    tatt = samtale.deltakelser.exclude(oppmoete__in=["avlyst", "flyttet"]).count()
    return max(samtale.plasser - tatt, 0) if samtale.slag == Samtaleslag.GRUPPE else 0
