"""Persons, as everyone in the training may load them.

A school may read only some columns of a person: a query that asks for another fails. So whatever a school
may run, loads persons through these.
"""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from integrering.nir.models import Person

M = TypeVar("M", bound=Model)

# What a school sees of a pupil: who it is, and the day the permit was granted (the age then decides who is
# responsible); not which permit, or what the municipality has registered
# (`migrations/0002_vern.py`).
ELEVFELT = (
    "id", "noekkel", "duf", "kommune", "fornavn", "etternavn", "foedselsdato", "tillatelse_dato",
    "skjermet", "sortering",
)  # fmt: skip
_NIRFELT = tuple(felt.name for felt in Person._meta.concrete_fields if felt.name not in ELEVFELT)


def uten_nirfelt(rader: QuerySet[M], sti: str = "") -> QuerySet[M]:
    """Return the rows with their person loaded, without the columns a school may not read.

    Args:
        rader: rows that point at persons, or persons.
        sti: the way from the row to the person («person», «klasse__person»); empty when the rows are persons.
    """
    if not sti:
        return rader.defer(*_NIRFELT)
    return rader.select_related(sti).defer(*(f"{sti}__{felt}" for felt in _NIRFELT))


def elever() -> QuerySet[Person]:
    """Return the persons the one who asks may see, with the columns everyone may read."""
    return uten_nirfelt(Person.objects.all())


def finn_elev(noekkel: UUID) -> Person | None:
    """Return a person the one who asks may see."""
    return elever().select_related("kommune").filter(noekkel=noekkel).first()
