"""Where cases stand, in SQL: the same as `rules.koe.tilstand`, for many at once (a test holds them equal)."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from karriere.models import Sak
from karriere.rules.koe import Koetilstand

_OSLO = ZoneInfo("Europe/Oslo")
T = Koetilstand


def med_tilstand(rader: QuerySet[Sak], i_dag: date) -> QuerySet[Any]:
    """Return the cases with `tilstand`: a value of `Koetilstand`, seen from the day."""
    return rader.alias(samtaledag=TruncDate("neste_samtale", tzinfo=_OSLO)).annotate(
        tilstand=Case(
            When(gjennomfoert__isnull=False, then=Value(T.GJENNOMFOERT.value)),
            When(takket_nei__isnull=False, then=Value(T.TAKKET_NEI.value)),
            When(maalgruppe=False, then=Value(T.UTENFOR.value)),
            When(paa_vent_til__gte=i_dag, then=Value(T.PAA_VENT.value)),
            When(Q(samtaledag__gte=i_dag), then=Value(T.AVTALT.value)),
            When(frist__lt=i_dag, then=Value(T.OVER_FRIST.value)),
            default=Value(T.FORFALLER.value),
            output_field=CharField(),
        )
    )
