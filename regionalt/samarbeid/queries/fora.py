"""Reads of forums, their members and meetings."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.kodeverk import Moetetilstand, Moetetype
from integrering.utveksling.moeter.models import Moete
from regionalt.samarbeid.models import Forum, Forummoete, Medlem

FLEST = 20


def er_med(dag: date, sti: str = "") -> Q:
    """Return the condition that a membership counts on the day; `sti` leads to the member."""
    ut = Q(**{f"{sti}til__isnull": True}) | Q(**{f"{sti}til__gte": dag})
    return ut & Q(**{f"{sti}fra__lte": dag})


def fora(dag: date) -> QuerySet[Any]:
    """Return the forums the one who asks sees, with `antall`: the members of the day."""
    return Forum.objects.annotate(antall=Count("medlemmer", filter=er_med(dag, "medlemmer__")))


def finn_forum(noekkel: UUID) -> Forum | None:
    """Return a forum by its key."""
    return Forum.objects.select_related("endret_av").filter(noekkel=noekkel).first()


def aapne_fora(dag: date) -> QuerySet[Forum]:
    """Return the forums that are not closed down, by name."""
    return Forum.objects.filter(Q(nedlagt__isnull=True) | Q(nedlagt__gt=dag)).order_by(Alfabetisk("navn"))


def medlemmer_i(forum: Forum) -> list[Medlem]:
    """Return the members, those of today and before: the ones without an end first, then by kind."""
    rader = Medlem.objects.select_related("virksomhet").filter(forum=forum)
    return list(rader.order_by(F("til").desc(nulls_first=True), "slag", "pk"))


def finn_medlem(noekkel: UUID) -> Medlem | None:
    """Return a member by its key."""
    return Medlem.objects.select_related("forum", "virksomhet").filter(noekkel=noekkel).first()


def moetene_til(forum: Forum) -> list[Moete]:
    """Return the latest meetings of a forum that the one who asks sees, those called off too."""
    ider = Forummoete.objects.filter(forum=forum).values("moete_id")
    return list(Moete.objects.filter(pk__in=ider).order_by("-start", "-pk")[:FLEST])


def moeter_aa_knytte(av: Aktoer) -> list[Moete]:
    """Return the county's latest meetings of forums that are no forum's yet."""
    rader = Moete.objects.filter(eier_id=av.virksomhet_id, type=Moetetype.FORUM.value)
    rader = rader.exclude(tilstand=Moetetilstand.AVLYST)
    return list(rader.exclude(pk__in=Forummoete.objects.values("moete_id")).order_by("-start", "-pk")[:50])


def moeter_mellom(fra: datetime, til: datetime) -> int:
    """Return how many forum meetings began between two instants and were not called off."""
    rader = Forummoete.objects.filter(moete__start__gte=fra, moete__start__lt=til)
    return rader.exclude(moete__tilstand=Moetetilstand.AVLYST).count()
