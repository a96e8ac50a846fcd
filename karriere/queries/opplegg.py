"""Reads of what is agreed with the municipalities, of the times they propose, and of their bookings."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from karriere.kodeverk import Forslagsstatus
from karriere.models import Deltakelse, Opplegg, Oppleggsforslag, Sak, Senter
from karriere.queries.koe import etter_vedtak, som_venter
from karriere.queries.saker import saker

# As many as anyone should read on one page.
MEST = 100


def kommunene() -> QuerySet[Any]:
    """Return the county's municipalities with what is agreed, their centre, and how many proposals wait."""
    opplegg = Opplegg.objects.filter(kommune=OuterRef("pk"))
    venter = Oppleggsforslag.objects.filter(kommune=OuterRef("pk"), status=Forslagsstatus.VENTER)
    antall = venter.order_by().values("kommune").annotate(n=Count("pk")).values("n")
    return kommuner_i_fylket().annotate(
        **{navn: Subquery(opplegg.values(navn)) for navn in ("sted", "ukedager", "avtalt")},
        opplegget=Subquery(opplegg.values("pk")),
        senteret=Subquery(Senter.objects.filter(kommuner__kommune=OuterRef("pk")).values("navn")[:1]),
        forslag=Coalesce(Subquery(antall, output_field=IntegerField()), 0),
    )


def finn_kommune(nummer: str) -> Virksomhet | None:
    """Return a municipality of the county by its number."""
    return kommuner_i_fylket().filter(nummer=nummer).first()


def opplegget_med(kommune_id: int) -> Opplegg | None:
    """Return what is agreed with a municipality; None before anything is written."""
    return Opplegg.objects.select_related("endret_av").filter(kommune=kommune_id).first()


def senteret_til(kommune_id: int) -> Senter | None:
    """Return the centre that covers a municipality; None when none does."""
    return Senter.objects.filter(kommuner__kommune=kommune_id).first()


def forslagene_fra(kommune_id: int) -> list[Oppleggsforslag]:
    """Return the times a municipality has proposed: those that wait first, then the latest."""
    foerst = Case(When(status=Forslagsstatus.VENTER, then=Value(0)), default=Value(1))
    rader = Oppleggsforslag.objects.filter(kommune=kommune_id)
    return list(rader.order_by(foerst, "-start", "pk")[:MEST])


def finn_forslag(noekkel: UUID) -> Oppleggsforslag | None:
    """Return a proposal by its key; None for one the reader does not see."""
    rader = Oppleggsforslag.objects.select_related("kommune", "senter", "samtale", "endret_av")
    return rader.filter(noekkel=noekkel).first()


def _plasser(kommune_id: int) -> QuerySet[Deltakelse]:
    rader = Deltakelse.objects.filter(sak__person__kommune=kommune_id, oppmoete="")
    rader = rader.filter(samtale__avlyst__isnull=True)
    return rader.select_related("sak__person", "samtale__senter", "samtale__veileder")


def kommende(kommune_id: int, naa: datetime) -> list[Deltakelse]:
    """Return the places in sessions to come that persons of a municipality have, by time."""
    return list(_plasser(kommune_id).filter(samtale__slutt__gte=naa).order_by("samtale__start", "pk")[:MEST])


def avtalt_i(forslag: Oppleggsforslag) -> list[Deltakelse]:
    """Return the places the municipality's persons have of a proposal, by time.

    In the group that came of it, wherever it was moved; else in sessions within the proposed time.
    """
    rader = _plasser(forslag.kommune_id)
    if forslag.samtale_id is not None:
        rader = rader.filter(samtale=forslag.samtale_id)
    else:
        rader = rader.filter(samtale__start__lt=forslag.slutt, samtale__slutt__gt=forslag.start)
    return list(rader.order_by("samtale__start", "pk"))


def kan_faa_tiden(forslag: Oppleggsforslag) -> list[Sak]:
    """Return the municipality's persons who wait without an agreed session.

    Those with no decision on the programme first, and among them the nearest deadline.
    """
    mine = saker().filter(person__kommune=forslag.kommune_id, neste_samtale__isnull=True)
    return list(
        som_venter(mine).filter(senter=forslag.senter_id).order_by(etter_vedtak(), "frist", "pk")[:MEST]
    )
