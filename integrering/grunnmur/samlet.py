"""Several small questions to the database, asked as one: a page of many apps' figures stays one query."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

Rader = list[dict[str, Any]]
_EN = "SELECT %s AS navn, coalesce((SELECT json_agg(rad) FROM ({}) rad), '[]'::json)::text AS rader"


def les_samlet(sporringer: Mapping[str, QuerySet[Any, Any]]) -> dict[str, Rader]:
    """Return the rows of each question, by its name, in one query.

    Args:
        sporringer: name → a queryset made with `.values(…)`; the values become what JSON has: days and
            instants are text («2026-11-22»), keys are text, decimals are numbers.
    """
    svar: dict[str, Rader] = {navn: [] for navn in sporringer}
    biter, verdier = [], []
    for navn, sporring in sporringer.items():
        try:
            sql, deler = sporring.query.sql_with_params()
        except EmptyResultSet:  # Django sees that there can be no rows
            continue
        biter.append(_EN.format(sql))
        verdier += [navn, *deler]
    if biter:
        with connection.cursor() as peker:
            peker.execute(" UNION ALL ".join(biter), verdier)
            svar |= {navn: json.loads(rader) for navn, rader in peker.fetchall()}
    return svar
