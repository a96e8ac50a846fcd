"""Reads of recommendations."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, DecimalField, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse

from bosetting.kodeverk import ANMODNING, SENDTE, Rundetilstand
from bosetting.models import Anbefaling, Beregning, Grunnlagstall, Runde, RundeKommune
from bosetting.rules.anbefaling import STOR_ENDRING, Anbefalt
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke

DEL = Decimal(STOR_ENDRING.numerator) / STOR_ENDRING.denominator
_STOR = Q(endring__gt=F("forrige") * DEL) | Q(endring__lt=-F("forrige") * DEL)
_UTEN_BEGRUNNELSE = _STOR & Q(begrunnelse="", laas_grunn="", spurt=True)


def anbefalingene(runde_noekkel: UUID) -> QuerySet[Any]:
    """Return the recommendations of a round, each with `forrige`, `endring` and the reason of a lock."""
    tall = Grunnlagstall.objects.filter(runde=OuterRef("runde"), kommune=OuterRef("kommune"))
    rk = RundeKommune.objects.filter(runde=OuterRef("runde"), kommune=OuterRef("kommune"))
    rader: QuerySet[Any] = Anbefaling.objects.filter(runde__noekkel=runde_noekkel)
    forrige = tall.filter(indikator=ANMODNING).values("verdi")[:1]
    ut: QuerySet[Any] = rader.select_related("kommune", "runde").annotate(
        forrige=Subquery(forrige, output_field=DecimalField()),
        endring=F("antall") - F("forrige"),
        laas_grunn=Subquery(rk.values("laas_grunn")[:1]),
        spurt=Subquery(rk.values("spurt")[:1]),
        spurt_grunn=Subquery(rk.values("spurt_grunn")[:1]),
    )
    return ut


def uten_begrunnelse(rader: QuerySet[Any]) -> QuerySet[Any]:
    """Return those of `anbefalingene` that need a reason and have none (see `rules.anbefaling`)."""
    return rader.filter(_UTEN_BEGRUNNELSE)


def finn_beregning(runde: Runde, nr: int) -> Beregning | None:
    """Return a calculation of a round by its number."""
    return Beregning.objects.select_related("av", "runde").filter(runde=runde, nr=nr).first()


def til_kontroll(runde: Runde) -> list[Anbefalt]:
    """Return the recommendations as the rules look at them."""
    return [
        Anbefalt(
            navn=a.kommune.navn,
            antall=a.antall,
            em=a.em,
            forrige=None if a.forrige is None else int(a.forrige),
            grunn=bool(a.begrunnelse or a.laas_grunn or not a.spurt),
        )
        for a in anbefalingene(runde.noekkel).order_by("kommune__navn")
    ]


def finn_anbefaling(runde: Runde, nummer: str) -> Any | None:
    """Return the recommendation of a round for a municipality, by its number."""
    rader = anbefalingene(runde.noekkel).select_related("beregning", "endret_av")
    return rader.filter(kommune__nummer=nummer).first()


def anbefalingen_til(kommune_id: int, runde: Runde) -> Anbefaling | None:
    """Return what was recommended for a municipality, once it is sent."""
    rader = Anbefaling.objects.filter(runde=runde, kommune=kommune_id, runde__tilstand__in=SENDTE)
    return rader.select_related("runde", "kommune").first()


def summen(runde: Runde) -> dict[str, int | None]:
    """Return the persons recommended in all, and the minors among them; None before a calculation.

    `mangler`: how many of the numbers need a reason and have none.
    """
    ut: dict[str, int | None] = anbefalingene(runde.noekkel).aggregate(
        antall=Sum("antall"), em=Sum("em"), mangler=Count("pk", filter=_UTEN_BEGRUNNELSE)
    )
    return ut


def les_til_godkjenning(ider: Collection[int] | None) -> Iterator[tuple[Emne, None]]:
    """Yield the rounds that wait for approval (see `oppgaver.regelverk`)."""
    rader = Runde.objects.filter(tilstand=Rundetilstand.GODKJENNING)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for r in rader.order_by("pk"):
        url = reverse("bosetting:runde", args=[r.noekkel])
        yield Emne(id=r.pk, virksomhet_id=fylket.pk, url=url, tekst=str(r.aar)), None
