"""What facts with a period have in common."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from integrering.nir.models.personopplysning import dato_i_tid


class DatoSpenn(Func):
    """`daterange(fra, til, '[]')`: whole days, `til` inclusive."""

    function = "daterange"
    output_field = DateRangeField()


def uten_overlapp(tabell: str) -> ExclusionConstraint:
    """Return the constraint that current rows of one person never overlap."""
    return ExclusionConstraint(
        name=f"{tabell}_uten_overlapp",
        expressions=[
            (F("person"), RangeOperators.EQUAL),
            (
                DatoSpenn("fra", "til", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                RangeOperators.OVERLAPS,
            ),
        ],
        condition=Q(erstattet__isnull=True, annullert=False),
    )


def periode_i_orden(tabell: str) -> list[models.CheckConstraint]:
    """Return the constraints of a period: it ends on or after its first day, in our time."""
    return [
        models.CheckConstraint(
            condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name=f"{tabell}_til_etter_fra"
        ),
        dato_i_tid("fra", tabell),
        models.CheckConstraint(
            condition=Q(til__isnull=True) | Q(til__lte=Value("2100-12-31")), name=f"{tabell}_til_i_tid"
        ),
    ]
