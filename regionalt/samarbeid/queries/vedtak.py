"""Reads of decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.kodeverk import Tema
from regionalt.samarbeid.models import Forum, Forumvedtak
from regionalt.samarbeid.rules.frister import Vedtaksfakta

FLEST = 20


def vedtakene() -> QuerySet[Forumvedtak]:
    """Return the decisions the one who asks sees."""
    return Forumvedtak.objects.select_related("forum", "ansvarlig")


def som_nevner(tekst: str) -> Q:
    """Return the condition that a decision holds all the words."""
    ut = Q()
    for ord_ in tekst.split():
        ut &= Q(tekst__icontains=ord_) | Q(oppfoelging__icontains=ord_)
    return ut


def aapne() -> Q:
    """Return the condition that something is still to be done about a decision."""
    return Q(tilstand=Punkttilstand.AAPEN) & ~Q(oppfoelging="")


def vedtakene_i(forum: Forum) -> list[Forumvedtak]:
    """Return the latest decisions of a forum."""
    return list(vedtakene().filter(forum=forum).order_by("-dato", "-pk")[:FLEST])


def vedtakene_om(tema: Tema) -> list[Forumvedtak]:
    """Return the latest decisions of a theme."""
    return list(vedtakene().filter(tema=tema).order_by("-dato", "-pk")[:FLEST])


def finn_vedtak(noekkel: UUID) -> Forumvedtak | None:
    """Return a decision by its key."""
    rader = vedtakene().select_related("avsluttet_av", "endret_av")
    return rader.filter(noekkel=noekkel).first()


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Vedtaksfakta]]:
    """Yield the decisions that may be tasks (see `oppgaver.regelverk`); what one says stays on its page."""
    rader = vedtakene().filter(aapne())
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for v in rader.order_by("pk"):
        emne = Emne(
            id=v.pk,
            virksomhet_id=fylket.pk,
            url=reverse("samarbeid:vedtak", args=[v.noekkel]),
            tekst=v.forum.navn,
            ansvarlig_id=v.ansvarlig_id,
        )
        yield emne, Vedtaksfakta(dato=v.dato, aapent=v.skal_foelges_opp, frist=v.frist)
