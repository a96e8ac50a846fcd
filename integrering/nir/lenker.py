"""Pages of persons for the floor below (the look-up log)."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.urls import reverse

from integrering.nir.models import Person


def personsider(ider: Collection[int]) -> dict[int, str]:
    """Return person number → address, for those the reader may see."""
    personer = Person.objects.filter(pk__in=ider).values_list("pk", "noekkel")
    return {pk: reverse("person", args=[noekkel]) for pk, noekkel in personer}


def person_id(noekkel: UUID) -> int | None:
    """Return the number of the person with this key, if the reader may see them."""
    return Person.objects.filter(noekkel=noekkel).values_list("pk", flat=True).first()
