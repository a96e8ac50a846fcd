"""Rows that list municipalities by their numbers, seen from a municipality."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Func, OuterRef


def denne_kommunen() -> Func:
    """Return the municipality of the outer query as a list of one number, for `kommuner__contains`."""
    return Func(
        OuterRef("nummer"),
        template="ARRAY[%(expressions)s]::varchar(4)[]",
        output_field=ArrayField(CharField(max_length=4)),
    )
