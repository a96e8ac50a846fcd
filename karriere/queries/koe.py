"""The queue, in SQL: where cases stand is the same as `rules.koe.tilstand` (a test holds them equal)."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from karriere.models import Sak
from karriere.queries.saker import mine_sentre, saker
from karriere.rules.koe import VENTER, Koetilstand

_OSLO = ZoneInfo("Europe/Oslo")
T = Koetilstand
# The tab with all who wait; the others are states.
ALLE = "alle"
FANER = (*(t.value for t in VENTER), ALLE)
MINE, INGEN = "mine", "ingen"


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


def koen(filter: dict[str, Any], bruker_id: int, i_dag: date) -> QuerySet[Any]:
    """Return the cases of a choice, in all tabs, with `tilstand`.

    Args:
        filter: what `forms.koe.Koefilter` gives; `fane` is not read here.
        bruker_id: who «mine» is.
    """
    rader: QuerySet[Any] = saker()
    for navn, felt in (("kommune", "person__kommune__nummer"), ("spraak", "tolkespraak"), ("rett", "rett")):
        if filter.get(navn):
            rader = rader.filter(**{felt: filter[navn]})
    if filter.get("kartlegging") == "mangler":
        rader = rader.filter(kartlagt__isnull=True)
    if vedtak := filter.get("vedtak"):
        rader = rader.filter(intro_vedtak__isnull=vedtak == "mangler")
    match filter.get("senter"):
        case None | "" | "alle":
            pass
        case "mine":
            rader = rader.filter(senter__in=mine_sentre(bruker_id, i_dag))
        case "ingen":
            rader = rader.filter(senter__isnull=True)
        case senter:
            rader = rader.filter(senter=senter)
    match filter.get("veileder"):
        case "mine":
            rader = rader.filter(veileder=bruker_id)
        case "ingen":
            rader = rader.filter(veileder__isnull=True)
    return med_tilstand(rader, i_dag)


def som_venter(rader: QuerySet[Any]) -> QuerySet[Any]:
    """Return those in the target group who have neither been guided nor declined."""
    return rader.filter(maalgruppe=True, gjennomfoert__isnull=True, takket_nei__isnull=True)


def i_fanen(rader: QuerySet[Any], fane: str) -> QuerySet[Any]:
    """Return the cases of a tab."""
    # also where the tab says as much: so the index of the queue carries it
    venter = som_venter(rader)
    return venter if fane == ALLE else venter.filter(tilstand=fane)


def antall_i_fanene(rader: QuerySet[Any]) -> dict[str, int]:
    """Return how many there are in each tab (one query)."""
    venter = som_venter(rader).order_by()
    telt = venter.aggregate(
        **{t.value: Count("pk", filter=Q(tilstand=t.value)) for t in VENTER}, **{ALLE: Count("pk")}
    )
    return {fane: telt[fane] for fane in FANER}
