"""Reads of rounds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Count, Min, OuterRef, QuerySet, Subquery
from django.urls import reverse

from bosetting.models import Grunnlagstall, Kriterium, Runde, Rundefrist, RundeKommune
from bosetting.rules.frister import Fristfakta
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke


def rundene() -> QuerySet[Runde]:
    """Return the rounds the one who asks sees, each with `neste_frist` and `spurte`."""
    frister = Rundefrist.objects.filter(runde=OuterRef("pk"), gjort__isnull=True).order_by()
    neste = frister.values("runde").annotate(dag=Min("dato")).values("dag")
    spurte = RundeKommune.objects.filter(runde=OuterRef("pk"), spurt=True).order_by()
    antall = spurte.values("runde").annotate(n=Count("pk")).values("n")
    return Runde.objects.annotate(neste_frist=Subquery(neste), spurte=Subquery(antall))


def finn_runde(noekkel: UUID) -> Runde | None:
    """Return a round by its key."""
    rader = Runde.objects.select_related("endret_av", "foreslaatt_av", "godkjent_av", "bygger_paa")
    return rader.filter(noekkel=noekkel).first()


def finn_kriterium(noekkel: UUID) -> Kriterium | None:
    """Return a criterion by its key."""
    return Kriterium.objects.select_related("runde", "endret_av").filter(noekkel=noekkel).first()


def finn_frist(noekkel: UUID) -> Rundefrist | None:
    """Return a day of a round by its key."""
    return Rundefrist.objects.select_related("runde", "endret_av").filter(noekkel=noekkel).first()


def finn_kommune_i(runde: Runde, nummer: str) -> RundeKommune | None:
    """Return a municipality of a round by its number."""
    rader = RundeKommune.objects.select_related("runde", "kommune", "endret_av")
    return rader.filter(runde=runde, kommune__nummer=nummer).first()


def kommunene_i(runde_noekkel: UUID) -> QuerySet[RundeKommune]:
    """Return the municipalities of a round."""
    return RundeKommune.objects.filter(runde__noekkel=runde_noekkel).select_related(
        "kommune", "runde", "endret_av"
    )


def grunnlaget_for(rk: RundeKommune) -> list[Grunnlagstall]:
    """Return the figures the round uses of a municipality."""
    return list(Grunnlagstall.objects.filter(runde=rk.runde_id, kommune=rk.kommune_id).order_by("indikator"))


def fristene_mellom(fra: date, til: date) -> QuerySet[Rundefrist]:
    """Return the days of rounds from one day to another."""
    return Rundefrist.objects.select_related("runde").filter(dato__range=(fra, til)).order_by("dato", "pk")


def les_frister(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fristfakta]]:
    """Yield the days that may be tasks (see `oppgaver.regelverk`)."""
    rader = Rundefrist.objects.select_related("runde").filter(gjort__isnull=True)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for f in rader.order_by("pk"):
        url = reverse("bosetting:runde", args=[f.runde.noekkel])
        tekst = f"{f.runde.aar}: {f.navn}" if f.navn else str(f.runde.aar)
        emne = Emne(id=f.pk, virksomhet_id=fylket.pk, url=url, tekst=tekst)
        yield emne, Fristfakta(slag=f.slag, dato=f.dato, gjort=f.gjort is not None)
