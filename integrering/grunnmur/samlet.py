"""Several small questions to the database, asked as one: a page of many apps' figures stays one query."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

Sporring = QuerySet[Any, Any]
Rader = list[dict[str, Any]]


def tell(rader: Sporring, **hva: Any) -> Sporring:
    """Return a question with one row: the aggregates `hva`, by their names, over all of `rader`."""
    grunn = rader.order_by().annotate(alle_rader_under_ett=Value(1)).values("alle_rader_under_ett")
    ut: Sporring = grunn.annotate(**hva).values(*hva)
    return ut


def les_samlet(sporringer: Mapping[str, Sporring | None]) -> dict[str, Rader]:
    """Return the rows of each question, by its name, in one query; none when there is nothing to ask.

    Args:
        sporringer: name → a queryset made with `.values(…)` or `tell(…)`; the rows are what it would have
            given by itself: days are days, instants are instants. None gives no rows.
    """
    svar: dict[str, Rader] = {navn: [] for navn in sporringer}
    biter, verdier, felt = [], [], {}
    for navn, sporring in sporringer.items():
        if sporring is None:
            continue
        # one that Django sees can have no rows is asked as well: it counts to 0
        kompilator = sporring.query.get_compiler(connection=connection, elide_empty=False)
        sql, deler = kompilator.as_sql()
        felt[navn] = _felt(sporring, kompilator)
        biter.append(_bit(sql, len(felt[navn])))
        verdier += [navn, *deler]
    if biter:
        with connection.cursor() as peker:
            peker.execute(" UNION ALL ".join(biter), verdier)
            for navn, rader in peker.fetchall():
                svar[navn] = [_rad(felt[navn], rad) for rad in json.loads(rader, parse_float=Decimal)]
    return svar


def _felt(sporring: Sporring, kompilator: SQLCompiler) -> dict[str, Any]:
    """Return the names of the values, in order, each with the field that knows how it is read."""
    # `.values()` without names: all the columns of the table
    navn: Iterable[str] = sporring.query.selected or sporring.query.values_select
    typer = [uttrykk.output_field for uttrykk, _sql, _alias in kompilator.select]
    return dict(zip(navn, typer, strict=True))


def _bit(sql: str, antall: int) -> str:
    """Return one question as a name and its rows; by place, since two columns may be called the same."""
    kolonner = ", ".join(f"k{nr}" for nr in range(antall))
    rader = f"SELECT json_agg(json_build_array({kolonner})) FROM ({sql}) AS rad({kolonner})"  # noqa: S608
    return f"SELECT %s AS navn, coalesce(({rader}), '[]'::json)::text AS rader"


def _rad(felt: Mapping[str, Any], rad: Iterable[Any]) -> dict[str, Any]:
    return {
        navn: verdi if verdi is None else type_.to_python(verdi)
        for (navn, type_), verdi in zip(felt.items(), rad, strict=True)
    }
