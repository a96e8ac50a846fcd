"""Differences, and what one of them is made of."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from integrering.tilgang.queries import vaart_fylke
from tilskudd.innbetalinger.models import Innbetaling, Krav, Kravlinje, Post, Utfallsvalg
from tilskudd.models import BOKFOERT, Linje, Slag


def poster() -> QuerySet[Post]:
    """Return all comparisons the reader may see."""
    return Post.objects.select_related("person")


def avvik() -> QuerySet[Post]:
    """Return those that are not right."""
    return poster().exclude(utfall=Utfallsvalg.STEMMER)


def linjer(post: Post) -> list[Linje]:
    """Return the posted lines a person's comparison expects; a sum has too many to show."""
    if post.person_id is None:
        return []
    return list(
        Linje.objects.filter(
            kjoering__kvartal=post.kvartal.indeks, kjoering__tilstand__in=BOKFOERT,
            kjoering__slag=Slag.ORDINAER, person=post.person_id, ordning=post.kode, mottaker=vaart_fylke(),
        ).order_by("kvartal")
    )  # fmt: skip


def innbetalinger(post: Post) -> list[Innbetaling]:
    """Return the payments of the comparison."""
    hvem = Q(person=post.person_id) if post.person_id else Q(person__isnull=True, duf=post.duf)
    rader = Innbetaling.objects.filter(
        hvem, kvartal=post.kvartal.indeks, kode=post.kode, gjelder=True, fil__trukket_tid__isnull=True
    )
    return list(rader.select_related("fil").order_by("dato", "pk"))


def andre_avvik(post: Post) -> list[Post]:
    """Return the person's other differences."""
    if post.person_id is None:
        return []
    return list(avvik().filter(person=post.person_id).exclude(pk=post.pk).order_by("kvartal", "kode"))


def kravene(post: Post | None = None) -> QuerySet[Krav]:
    """Return the claims, newest first; those a difference stands in."""
    alle = Krav.objects.select_related("bruker")
    return alle.filter(linjer__post=post) if post else alle


def kravlinjer(krav: Krav) -> list[Kravlinje]:
    """Return the lines of a claim that the reader may see, as they stand in its list."""
    return list(krav.linjer.select_related("person").order_by("kvartal", "kode", "person__duf", "pk"))
