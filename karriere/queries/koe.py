"""The queue, in SQL: where cases stand is the same as `rules.koe.tilstand` (a test holds them equal)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, Count, IntegerField, Q, QuerySet, Value, When
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


def etter_vedtak() -> Case:
    """Return 1 for a case where the municipality has decided on the programme, 0 while it has not.

    Guidance is to come before the decision (integreringsloven § 11), so who has none yet, goes first.
    """
    return Case(
        When(intro_vedtak__isnull=False, then=Value(1)), default=Value(0), output_field=IntegerField()
    )


def koen(filter: dict[str, Any], bruker_id: int, i_dag: date) -> QuerySet[Any]:
    """Return the cases of a choice, in all tabs, with `tilstand` and `etter_vedtak`.

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
    ut: QuerySet[Any] = med_tilstand(rader, i_dag).annotate(etter_vedtak=etter_vedtak())
    return ut


def som_venter(rader: QuerySet[Any]) -> QuerySet[Any]:
    """Return those in the target group who have neither been guided nor declined."""
    return rader.filter(maalgruppe=True, gjennomfoert__isnull=True, takket_nei__isnull=True)


def i_fanen(rader: QuerySet[Any], fane: str) -> QuerySet[Any]:
    """Return the cases of a tab."""
    # also where the tab says as much: so the index of the queue carries it
    venter = som_venter(rader)
    return venter if fane == ALLE else venter.filter(tilstand=fane)


@dataclass(frozen=True)
class Fanetall:
    """How many a tab holds, and how many of them the municipality has not decided on."""

    antall: int
    uten_vedtak: int


def antall_i_fanene(rader: QuerySet[Any]) -> dict[str, Fanetall]:
    """Return how many there are in each tab (one query)."""
    venter, tell = som_venter(rader).order_by(), {}
    for fane in FANER:
        i_fane = Q() if fane == ALLE else Q(tilstand=fane)
        tell[f"{fane}_n"] = Count("pk", filter=i_fane)
        tell[f"{fane}_uten"] = Count("pk", filter=i_fane & Q(intro_vedtak__isnull=True))
    telt = venter.aggregate(**tell)
    return {fane: Fanetall(telt[f"{fane}_n"], telt[f"{fane}_uten"]) for fane in FANER}


def fanen_aa_begynne_i(antall: Mapping[str, Fanetall]) -> str:
    """Return the first tab with someone who waits without a decision; else the first with anyone."""
    for teller in ("uten_vedtak", "antall"):
        for fane in FANER:
            if getattr(antall[fane], teller):
                return fane
    return ALLE
