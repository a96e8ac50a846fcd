"""Reads of answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, QuerySet, Subquery
from django.urls import reverse

from bosetting.kodeverk import Fristslag, Rundetilstand, Svarstatus
from bosetting.models import Kommunesvar, Runde, Rundefrist, RundeKommune, Rundemoete, Svarpurring
from bosetting.rules.svar import Svarfakta
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.models import Virksomhet


def sendte() -> QuerySet[Kommunesvar]:
    """Return the answers that are sent."""
    return Kommunesvar.objects.filter(status=Svarstatus.SENDT)


def har_svart() -> QuerySet[Kommunesvar]:
    """Return the sent answers of a municipality in a round (a `RundeKommune` outside)."""
    return sendte().filter(runde=OuterRef("runde"), kommune=OuterRef("kommune"))


def svarfrist(runde: Runde) -> date | None:
    """Return the day the municipalities answer by."""
    return runde.frister.filter(slag=Fristslag.SVAR).values_list("dato", flat=True).first()


def uten_svar(runde: Runde) -> QuerySet[RundeKommune]:
    """Return the municipalities that should be asked and have not answered in this round."""
    return runde.kommuner.filter(~Exists(har_svart()), spurt=True)


def med_svar(runde_noekkel: UUID) -> QuerySet[Any]:
    """Return the municipalities of a round with `svar_…` of the latest answer, and `sist_minnet`."""
    siste = har_svart().order_by("-utgave")
    minnet = Svarpurring.objects.filter(runde=OuterRef("runde"), kommune=OuterRef("kommune")).order_by()
    felt = ("antall", "mer", "em_under_15", "em_15_18", "utgave", "kanal", "behov")
    rader: QuerySet[Any] = RundeKommune.objects.filter(runde__noekkel=runde_noekkel)
    ut: QuerySet[Any] = rader.select_related("kommune", "runde").annotate(
        **{f"svar_{navn}": Subquery(siste.values(navn)[:1]) for navn in felt},
        svar_dato=Subquery(siste.values(dag=F("sendt__date"))[:1]),
        sist_minnet=Subquery(minnet.values("kommune").annotate(dag=Max("dag")).values("dag")),
    )
    return ut


def svarene_til(kommune_id: int, runde: Runde) -> list[Kommunesvar]:
    """Return a municipality's answers in a round that the reader sees, the latest first."""
    rader = Kommunesvar.objects.filter(runde=runde, kommune=kommune_id).select_related("sendt_av")
    return list(rader.order_by("-utgave"))


def siste_svar(runde: Runde) -> dict[int, Kommunesvar]:
    """Return municipality → its latest sent answer, in this round or in those it builds on."""
    ider, naa = [], runde
    while naa is not None:
        ider.append(naa.pk)
        naa = naa.bygger_paa  # type: ignore[assignment]
    svar = sendte().filter(runde__in=ider).order_by("sendt", "pk")
    return {s.kommune_id: s for s in svar}


def rundene_til(kommune_id: int) -> QuerySet[Any]:
    """Return the rounds a municipality sees, each with `status` and `antall` of its own latest answer."""
    mine = Kommunesvar.objects.filter(runde=OuterRef("pk"), kommune=kommune_id).order_by("-utgave")
    sendt = mine.filter(status=Svarstatus.SENDT)
    frist = Rundefrist.objects.filter(runde=OuterRef("pk"), slag=Fristslag.SVAR)
    rader: QuerySet[Any] = Runde.objects.annotate(
        siste_status=Subquery(mine.values("status")[:1]),
        siste_antall=Subquery(sendt.values("antall")[:1]),
        siste_sendt=Subquery(sendt.values("sendt")[:1]),
        frist=Subquery(frist.values("dato")[:1]),
    )
    return rader.order_by("-aar", "-utgave")


def moetene_til(runde: Runde, kommune: Virksomhet) -> list[Any]:
    """Return the dialogue meetings of the round with a municipality, the latest first."""
    rader = Rundemoete.objects.filter(runde=runde, kommune=kommune).select_related("moete")
    return [rad.moete for rad in rader.order_by("-moete__start")]


def les_svar(ider: Collection[int] | None) -> Iterator[tuple[Emne, Svarfakta]]:
    """Yield the municipalities that may have something to answer (see `oppgaver.regelverk`)."""
    frist = Rundefrist.objects.filter(runde=OuterRef("runde"), slag=Fristslag.SVAR).values("dato")[:1]
    rader: QuerySet[Any] = RundeKommune.objects.filter(
        spurt=True, runde__tilstand=Rundetilstand.DIALOG, runde__svar_stengt__isnull=True
    ).annotate(svart=Exists(har_svart()), frist=Subquery(frist))
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    for rk in rader.select_related("runde", "kommune").order_by("pk"):
        emne = Emne(
            id=rk.pk,
            virksomhet_id=rk.kommune_id,
            url=reverse("bosetting:svar", args=[rk.runde.noekkel]),
            tekst=str(rk.runde.aar),
        )
        yield emne, Svarfakta(aapen=rk.runde.tar_svar, svart=rk.svart, frist=rk.frist)
