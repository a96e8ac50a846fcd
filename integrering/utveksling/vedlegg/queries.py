"""Reads of attachments. Never the content: see `actions.hent`."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from integrering.utveksling.vedlegg.models import Vedlegg, Vedleggversjon


def finn(noekkel: UUID) -> Vedlegg | None:
    """Return the attachment by the id of addresses, if the one who asks can see it."""
    return Vedlegg.objects.select_related("virksomhet").filter(noekkel=noekkel).first()


def versjoner_av(vedlegg: Vedlegg) -> list[Vedleggversjon]:
    """Return the versions the one who asks can see, newest first: others than the owner see that only."""
    return list(vedlegg.versjoner.select_related("lastet_opp_av").order_by("-nummer"))


def finn_versjon(noekkel: UUID, nummer: int | None) -> Vedleggversjon | None:
    """Return a version of an attachment the one who asks can see: the newest when none is named."""
    versjoner = Vedleggversjon.objects.filter(vedlegg__noekkel=noekkel).select_related("vedlegg")
    if nummer is not None:
        versjoner = versjoner.filter(nummer=nummer)
    return versjoner.order_by("-nummer").first()


def med_versjoner(ider: Collection[int]) -> QuerySet[Vedlegg]:
    """Return these attachments with their versions: two queries however many there are."""
    return Vedlegg.objects.filter(pk__in=ider).prefetch_related("versjoner").order_by("id")
