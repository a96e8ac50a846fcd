"""Expressions about a municipality (`OuterRef("pk")`), for what is read of all of them in one question."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject


def antall(rader: QuerySet[Any], per: str, filter: Q | None = None) -> Coalesce:
    """Return how many rows there are; `per` is their column that is the municipality."""
    tall = rader.order_by().values(per).annotate(n=Count("pk", filter=filter)).values("n")
    return Coalesce(Subquery(tall), 0)


def radene(rader: QuerySet[Any], **felt: Any) -> ArraySubquery:
    """Return the rows as a list of dicts; days come as ISO text."""
    return ArraySubquery(rader.values(json=JSONObject(**felt)))
