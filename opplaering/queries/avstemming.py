"""How full-time periods stand with the municipalities: the basis of the money that waits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from opplaering.models import Avstemming, Kommunemelding
from opplaering.rules.avstemming import Tilstand

# The choice of those that last and that only the municipality has, beside the states.
BARE_DER_NAA = "bare_der_naa"


def avstemming() -> QuerySet[Avstemming]:
    """Return how each period stands, of the persons the one who asks may see; nothing loaded beside.

    `tilskudd` reads `person_id`, `kommune_id`, `fra`, `til`, `tilstand` and `mangler_siden`.
    """
    return Avstemming.objects.all()


def med_person(rader: QuerySet[Avstemming]) -> QuerySet[Any]:
    """Return the rows with person, municipality, school, and `melding`: the key of a message that waits."""
    venter = Kommunemelding.objects.filter(
        person=OuterRef("person"), kommune=OuterRef("kommune"), tabell="skolegang", tatt_inn__isnull=True
    )
    return rader.select_related("person", "kommune", "skole").annotate(
        sortering=F("person__sortering"),
        melding=Subquery(venter.order_by("-sendt", "-pk").values("noekkel")[:1]),
    )


def antall_per_tilstand(rader: QuerySet[Avstemming]) -> dict[str, int]:
    """Return how many periods stand in each way, in the order they should be mended; none: not there."""
    antall = dict(rader.order_by().values_list("tilstand").annotate(n=Count("noekkel")))
    return {t.value: antall[t.value] for t in Tilstand if t.value in antall}


def bare_hos_kommunen(rader: QuerySet[Any], i_dag: date) -> QuerySet[Any]:
    """Keep the periods that last and that only the municipality has registered."""
    varer = Q(registrert_til__isnull=True) | Q(registrert_til__gte=i_dag)
    return rader.filter(varer, tilstand=Tilstand.IKKE_HOS_OSS)


def antall_bare_hos_kommunen(kommuner: Collection[int] | None, i_dag: date) -> dict[int, int]:
    """Return municipality → how many such periods it has; protected persons are not counted."""
    rader = bare_hos_kommunen(avstemming(), i_dag).filter(person__skjermet=False, kommune__isnull=False)
    if kommuner is not None:
        rader = rader.filter(kommune_id__in=kommuner)
    return dict(rader.order_by().values_list("kommune_id").annotate(n=Count("noekkel")))
