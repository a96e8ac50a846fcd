"""The county's money by the municipality whose registrations released it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from integrering.grunnmur.sql import les_sql
from integrering.tilgang.queries import vaart_fylke


@dataclass(frozen=True)
class Utloest:
    """Kroner of one grant code in one run, released by one municipality («» when it is not known)."""

    kjoering_id: int
    kommune: str
    ordning: str
    personer: int
    beloep: int


def utloest(kjoering_ider: Collection[int]) -> list[Utloest]:
    """Return the county's kroner of these runs by municipality and code, as the reader may see. One query."""
    with connection.cursor() as peker:
        peker.execute(
            les_sql("tilskudd", "fylkets_per_kommune"),
            {"kjoeringer": list(kjoering_ider), "fylke": vaart_fylke().pk},
        )
        return [Utloest(k, nummer or "", *resten) for k, nummer, *resten in peker.fetchall()]
