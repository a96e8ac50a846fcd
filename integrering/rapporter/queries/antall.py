"""Counts by row and column, as the tables of the reports take them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, QuerySet


def antall_per(rader: QuerySet[Any], rad: str, kolonne: str) -> Mapping[tuple[Any, Any], int]:
    """Return (row, column) → how many, of rows that are one for each person."""
    tall = rader.order_by().values_list(rad, kolonne).annotate(n=Count("pk"))
    return {(r or "", k or ""): n for r, k, n in tall}
