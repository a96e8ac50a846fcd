"""Reads of the centres."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import gjelder, kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from karriere.models import Senter, Senterkommune, Senteruke, Senterveileder
from karriere.queries.saker import mine_sentre
from karriere.roller import VEILEDER


def sentrene(dag: date) -> QuerySet[Any]:
    """Return the centres, each with its municipalities, counsellors on the day and waiting cases counted."""
    naa = Q(veiledere__fra__lte=dag) & (Q(veiledere__til__isnull=True) | Q(veiledere__til__gte=dag))
    venter = Q(saker__maalgruppe=True, saker__gjennomfoert__isnull=True, saker__takket_nei__isnull=True)
    return Senter.objects.annotate(
        antall_kommuner=Count("kommuner", distinct=True),
        antall_veiledere=Count("veiledere", filter=naa, distinct=True),
        antall_venter=Count("saker", filter=venter, distinct=True),
    )


def finn_senter(noekkel: UUID) -> Senter | None:
    """Return a centre by its key."""
    return Senter.objects.filter(noekkel=noekkel).first()


def er_ved(senter_id: int, av: Aktoer) -> bool:
    """Return whether one acts for a centre today: a counsellor for the own ones, a case worker for all."""
    if not av.har(Rolle.KARRIEREVEILEDER):
        return True
    return mine_sentre(av.bruker_id, timezone.localdate()).filter(pk=senter_id).exists()


def uten_senter() -> list[Virksomhet]:
    """Return the county's municipalities that no centre covers, by name."""
    dekket = Senterkommune.objects.filter(kommune=OuterRef("pk"))
    return list(kommuner_i_fylket().filter(~Exists(dekket)))


def kan_veilede(dag: date) -> QuerySet[Bruker]:
    """Return the county's users who may guide on a day, by name."""
    roller = Rolletildeling.objects.filter(gjelder(dag), rolle__in=[r.value for r in VEILEDER])
    aktive = Bruker.objects.filter(is_active=True, pk__in=roller.values("bruker"))
    return aktive.order_by("first_name", "last_name", "pk")


def veilederne(senter: Senter) -> list[Senterveileder]:
    """Return who works or has worked at a centre: those who do, first."""
    alle = senter.veiledere.select_related("bruker")
    return sorted(alle, key=lambda v: (v.til is not None, str(v.bruker)))


def finn_veileder(senter: Senter, nr: int) -> Senterveileder | None:
    """Return someone's time at a centre by its number."""
    return senter.veiledere.select_related("bruker").filter(pk=nr).first()


def ukene(senter: Senter, fra: date) -> list[Senteruke]:
    """Return the weeks with another capacity, from a day on."""
    return list(senter.uker.filter(mandag__gte=fra).order_by("mandag"))


def kommunene(senter: Senter) -> list[Virksomhet]:
    """Return the municipalities a centre covers, by name."""
    dekket = senter.kommuner.values("kommune")
    return list(Virksomhet.objects.filter(pk__in=dekket).order_by(Alfabetisk("navn"), "pk"))
