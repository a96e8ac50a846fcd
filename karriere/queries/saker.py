"""Reads of the cases. Row-level security decides which."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from karriere.models import Sak


def saker() -> QuerySet[Sak]:
    """Return the cases the one who asks sees, each with person, municipality, centre and counsellor."""
    return Sak.objects.select_related("person__kommune", "senter", "veileder")


def som_venter(rader: QuerySet[Sak]) -> QuerySet[Sak]:
    """Return those in the target group who have neither been guided nor declined."""
    return rader.filter(maalgruppe=True, gjennomfoert__isnull=True, takket_nei__isnull=True)


def finn_sak(noekkel: UUID) -> Sak | None:
    """Return a case by its key; None for one the reader does not see."""
    return saker().filter(noekkel=noekkel).first()


def sak_om(person_id: int) -> Sak | None:
    """Return the case of a person; None when there is none."""
    return saker().filter(person_id=person_id).first()
