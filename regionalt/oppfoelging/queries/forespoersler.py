"""Reads of the requests for guidance."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from integrering.grunnmur.samlet import Sporring
from integrering.utveksling.vedlegg.queries import med_versjoner
from regionalt.oppfoelging.kodeverk import AAPNE, Forespoerseltilstand
from regionalt.oppfoelging.models import Forespoersel, Forespoerselvedlegg
from regionalt.oppfoelging.rules.svartid import Svar

AAPEN, OVER_FRIST = "aapen", "over"


def forespoersler() -> QuerySet[Forespoersel]:
    """Return the requests the one who asks sees."""
    return Forespoersel.objects.select_related("kommune", "behandler", "skrevet_av", "endret_av")


def finn_forespoersel(noekkel: UUID) -> Forespoersel | None:
    """Return a request by its key."""
    return forespoersler().filter(noekkel=noekkel).first()


def over_frist(dag: date) -> QuerySet[Forespoersel]:
    """Return the open requests whose day has passed."""
    return forespoersler().filter(tilstand__in=AAPNE, frist__lt=dag)


def filtrert(filter: dict[str, Any], dag: date) -> QuerySet[Forespoersel]:
    """Return the requests a filter asks for; `tilstand` may also be «aapen» or «over»."""
    tilstand = filter.get("tilstand")
    rader = over_frist(dag) if tilstand == OVER_FRIST else forespoersler()
    if tilstand == AAPEN:
        rader = rader.filter(tilstand__in=AAPNE)
    elif tilstand and tilstand != OVER_FRIST:
        rader = rader.filter(tilstand=tilstand)
    if nummer := filter.get("kommune"):
        rader = rader.filter(kommune__nummer=nummer)
    return rader.filter(tema=filter["tema"]) if filter.get("tema") else rader


def besvarte(fra: date, til: date) -> Sporring:
    """Return the requests answered from a day to another, as `rules.svartid.Svar` has them."""
    rader = Forespoersel.objects.filter(tilstand=Forespoerseltilstand.BESVART, besvart__range=(fra, til))
    return rader.values("mottatt", "frist", "besvart")


def svarene(fra: date, til: date) -> list[Svar]:
    """Return the answers given from a day to another, for `rules.svartid`. One query."""
    return [Svar(**rad) for rad in besvarte(fra, til)]


def vedlegg_til(forespoersel: Forespoersel) -> Iterable[Forespoerselvedlegg]:
    """Return the files of a request, with their versions."""
    lenker = list(Forespoerselvedlegg.objects.filter(forespoersel=forespoersel).order_by("pk"))
    filer = {v.pk: v for v in med_versjoner([lenke.vedlegg_id for lenke in lenker])} if lenker else {}
    for lenke in lenker:
        lenke.vedlegg = filer[lenke.vedlegg_id]
    return lenker
