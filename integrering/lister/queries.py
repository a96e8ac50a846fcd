"""Reads of saved filters and exports. Row-level security decides whose."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import QuerySet

from integrering.lister.models import Bestilling, Bestillingsdel, Eksport, Filterrydding, LagretFilter
from integrering.tilgang.aktoer import Aktoer

SISTE = 20


def filtre_for(liste: str) -> QuerySet[LagretFilter]:
    """Return the saved filters of a list that the reader sees: own and shared, by name."""
    return LagretFilter.objects.filter(liste=liste).order_by("navn", "id")


def mine_filtre() -> QuerySet[LagretFilter]:
    """Return the reader's own filters and those shared with them."""
    return LagretFilter.objects.select_related("bruker").order_by("liste", "navn", "id")


def mitt_filter(filter_id: uuid.UUID, av: Aktoer) -> LagretFilter | None:
    """Return a filter that the reader may change: only their own."""
    return LagretFilter.objects.filter(pk=filter_id, bruker_id=av.bruker_id).first()


def delt_filter(filter_id: uuid.UUID) -> LagretFilter | None:
    """Return a filter the reader sees, with its owner."""
    return LagretFilter.objects.select_related("bruker").filter(pk=filter_id).first()


def siste_ryddinger() -> Sequence[Filterrydding]:
    """Return what administrators last did with the shared filters of the reader's organisation."""
    return list(Filterrydding.objects.select_related("bruker", "eier").order_by("-tid", "-pk")[:SISTE])


def mine_bestillinger() -> Sequence[Bestilling]:
    """Return the reader's orders, newest first; after a week they are gone."""
    return list(Bestilling.objects.select_related("jobb", "eksport").order_by("-opprettet")[:100])


def min_bestilling(bestilling_id: uuid.UUID) -> Bestilling | None:
    """Return one of the reader's orders."""
    return Bestilling.objects.select_related("jobb", "eksport").filter(pk=bestilling_id).first()


def siste_eksporter(av: Aktoer) -> Sequence[Eksport]:
    """Return what the reader last took out."""
    mine = Eksport.objects.filter(bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id)
    return list(mine.order_by("-tid")[:SISTE])


def del_av(bestilling_id: uuid.UUID, nr: int) -> bytes | None:
    """Return a piece of a file; None after the last."""
    funnet = Bestillingsdel.objects.filter(bestilling_id=bestilling_id, nr=nr).values_list(
        "innhold", flat=True
    )
    innhold = funnet.first()
    return None if innhold is None else bytes(innhold)
