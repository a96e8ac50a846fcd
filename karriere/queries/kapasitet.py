"""What the page of capacity counts: set-based, the same number of queries whatever the number of cases."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import TruncWeek

from integrering.grunnmur.kvartal import OSLO
from karriere.models import Sak, Samtale, Senter, Senteruke
from karriere.queries.koe import som_venter
from karriere.rules.kapasitet import Kapasitetsuke, mandagene, ukene

# How far back the waiting time looks. Our own choice: half a year.
TILBAKE = timedelta(days=183)


@dataclass(frozen=True)
class Senterbilde:
    """A centre: its weeks, how many wait without a session, and how many of them are over the deadline."""

    senter: Senter
    uker: list[Kapasitetsuke]
    venter: int
    over: int


@dataclass(frozen=True)
class Ventetid:
    """Days from settlement to the first session held: the median, and of how many."""

    median: float
    antall: int


def sentrenes_kapasitet(i_dag: date) -> list[Senterbilde]:
    """Return the centres in use, the next weeks (five queries)."""
    mandager = mandagene(i_dag)
    avvik, avtalt, forfaller = _avvik(mandager), _avtalt(mandager), _forfaller(mandager)
    ventende = {
        rad["senter"]: rad
        for rad in _uten_samtale()
        .values("senter")
        .annotate(n=Count("pk"), over=Count("pk", filter=Q(frist__lt=i_dag)))
    }
    ut = []
    for senter in Senter.objects.filter(aktiv=True).order_by("navn"):
        uker = ukene(
            mandager, vanlig=senter.samtaler_per_uke, avvik=avvik[senter.pk], avtalt=avtalt[senter.pk],
            forfaller=forfaller[senter.pk],
        )  # fmt: skip
        telt = ventende.get(senter.pk, {"n": 0, "over": 0})
        ut.append(Senterbilde(senter, uker, telt["n"], telt["over"]))
    return ut


def _uten_samtale() -> Any:
    return som_venter(Sak.objects.filter(neste_samtale__isnull=True)).order_by()


def _per_uke(rader: Any) -> dict[int, dict[date, int]]:
    ut: dict[int, dict[date, int]] = defaultdict(dict)
    for senter, uke, antall in rader:
        ut[senter][uke.date() if hasattr(uke, "date") else uke] = antall
    return ut


def _etter(mandager: list[date]) -> date:
    """Return the first day after the weeks."""
    return mandager[-1] + timedelta(weeks=1)


def _avvik(mandager: list[date]) -> dict[int, dict[date, int]]:
    return _per_uke(Senteruke.objects.filter(mandag__in=mandager).values_list("senter", "mandag", "samtaler"))


def _avtalt(mandager: list[date]) -> dict[int, dict[date, int]]:
    fra, til = (datetime.combine(dag, time.min, tzinfo=OSLO) for dag in (mandager[0], _etter(mandager)))
    rader = Samtale.objects.filter(avlyst__isnull=True, start__gte=fra, start__lt=til).order_by()
    per_uke = rader.annotate(uke=TruncWeek("start", tzinfo=OSLO))
    return _per_uke(per_uke.values_list("senter", "uke").annotate(n=Count("pk")))


def _forfaller(mandager: list[date]) -> dict[int, dict[date, int]]:
    rader = _uten_samtale().filter(frist__gte=mandager[0], frist__lt=_etter(mandager))
    per_uke = rader.exclude(senter=None).annotate(uke=TruncWeek("frist"))
    return _per_uke(per_uke.values_list("senter", "uke").annotate(n=Count("pk")))


def ventetider(i_dag: date) -> tuple[dict[str, Ventetid], dict[str, Ventetid], Ventetid | None]:
    """Return the waiting times of the last half year, by centre and by municipality (names), and of all.

    Counted once a person, at the first session they came to; not persons with a protected address.
    """
    with connection.cursor() as peker:
        peker.execute(
            """
            SELECT r.navn, k.navn, GROUPING(r.navn, k.navn), count(*),
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY f.dag - s.bosatt)
            FROM (
                SELECT d.sak_id, min((t.start AT TIME ZONE 'Europe/Oslo')::date) AS dag
                FROM karriere_deltakelse d JOIN karriere_samtale t ON t.id = d.samtale_id
                WHERE d.oppmoete = 'moett' GROUP BY d.sak_id
            ) f
            JOIN karriere_sak s ON s.id = f.sak_id AND s.bosatt IS NOT NULL
            JOIN nir_person p ON p.id = s.person_id AND NOT p.skjermet
            LEFT JOIN karriere_senter r ON r.id = s.senter_id
            LEFT JOIN tilgang_virksomhet k ON k.id = p.kommune_id
            WHERE f.dag > %s AND f.dag <= %s
            GROUP BY GROUPING SETS ((r.navn), (k.navn), ())
            ORDER BY r.navn, k.navn
            """,
            [i_dag - TILBAKE, i_dag],
        )
        rader = peker.fetchall()
    sentre, kommuner, alle = {}, {}, None
    for senter, kommune, hvilke, antall, median in rader:
        tid = Ventetid(float(median), antall) if antall else None
        if tid is None:
            continue
        match hvilke:
            case 1:
                sentre[senter or ""] = tid
            case 2:
                kommuner[kommune or ""] = tid
            case _:
                alle = tid
    return sentre, kommuner, alle
