"""Reads of evaluations: what the reader may answer, and what all have answered. Never who said what."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from regionalt.kompetanse.models import Arrangement
from regionalt.kompetanse.rules.evaluering import UKER


@dataclass(frozen=True)
class Samlet:
    """How many answered; from three on, for each question how many gave 1–5, and the comments."""

    antall: int
    fordeling: dict[str, list[int]]
    tekster: list[str]


_MITT = "SELECT (SELECT svart FROM kompetanse_mine_evalueringer() WHERE arrangement_id = %s)"


def har_svart(arrangement: Arrangement) -> bool | None:
    """Return whether the reader has evaluated an event they came to; None when they did not come."""
    with connection.cursor() as peker:
        peker.execute(_MITT, [arrangement.pk])
        (svart,) = peker.fetchone()
    return None if svart is None else bool(svart)


def for_fylket(arrangement: Arrangement) -> tuple[bool | None, Samlet]:
    """Return `har_svart`, and what was answered about an event; for the county. One query."""
    with connection.cursor() as peker:
        peker.execute(f"{_MITT}, kompetanse_evaluering_samlet(%s)::text", [arrangement.pk, arrangement.pk])
        svart, tekst = peker.fetchone()
    svar = json.loads(tekst)
    antall, tekster = svar.pop("antall"), svar.pop("tekster", [])
    return svart, Samlet(antall, svar, tekster)


def aa_evaluere(i_dag: date) -> QuerySet[Arrangement]:
    """Return the events the reader came to, may evaluate today, and has not."""
    mine: Any = RawSQL("SELECT arrangement_id FROM kompetanse_mine_evalueringer() WHERE NOT svart", [])
    foerst = i_dag - timedelta(weeks=UKER)
    rader = Arrangement.objects.filter(pk__in=mine, slutt__date__range=(foerst, i_dag))
    return rader.order_by("slutt", "pk")
