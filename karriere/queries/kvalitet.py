"""Reads of the checklist of quality: its points, and what each centre has answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from integrering.grunnmur.kodelister import kodevalg
from integrering.tilgang.aktoer import Aktoer
from karriere.kodeverk import KVALITETSPUNKT, Kvalitetsstatus
from karriere.models import Kvalitetssvar, Senter
from karriere.queries.sentre import er_ved
from karriere.roller import STYRER, VEILEDER


@dataclass(frozen=True)
class Punkt:
    """A point of the checklist: its area, what is asked, and the centre's answer (None: not looked at)."""

    kode: str
    tekst: str
    svar: Kvalitetssvar | None = None


def punktene(dag: date | None = None) -> list[tuple[str, str]]:
    """Return the points in use on a day, as (code, label), in order."""
    return kodevalg(KVALITETSPUNKT, dag)


def delt_opp(navn: str) -> tuple[str, str]:
    """Return the area and the question of a label («Etikk: vanskelige saker …»); without an area: «Annet»."""
    omraade, skille, tekst = navn.partition(": ")
    return (omraade, tekst[:1].upper() + tekst[1:]) if skille else (_("Annet"), navn)


def svarene(senter: Senter) -> dict[str, list[Punkt]]:
    """Return area → its points with the centre's answers (one query)."""
    gitt = {s.punkt: s for s in senter.kvalitet.select_related("endret_av")}
    ut: dict[str, list[Punkt]] = {}
    for kode, navn in punktene():
        omraade, tekst = delt_opp(navn)
        ut.setdefault(omraade, []).append(Punkt(kode, tekst, gitt.get(kode)))
    return ut


def finn_svar(senter: Senter, punkt: str) -> Kvalitetssvar | None:
    """Return what a centre has answered to a point."""
    return senter.kvalitet.filter(punkt=punkt).first()


def sentrenes_kvalitet(koder: Sequence[str]) -> QuerySet[Any]:
    """Return the centres in use, each with how many of these points have each status, and the newest look."""
    gitt = Q(kvalitet__punkt__in=koder)
    telt = {s.value: Count("kvalitet", filter=gitt & Q(kvalitet__status=s.value)) for s in Kvalitetsstatus}
    return Senter.objects.filter(aktiv=True).annotate(
        besvart=Count("kvalitet", filter=gitt), sist=Max("kvalitet__dato", filter=gitt), **telt
    )


def kan_vurdere(senter: Senter, av: Aktoer) -> bool:
    """Return True for those who keep the centres, and for the counsellors who work at this one today."""
    return av.har(*STYRER, *VEILEDER) and er_ved(senter.pk, av)
