"""What waits: totals per quarter and municipality, the rows of the lists, one person's.

The totals per quarter are the same for every reader at the county: what waits for protected persons is a sum
of its own, without municipality and count. Whoever sees those persons, sees their rows too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Case, Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger.models import Mottak
from tilskudd.queries.personside import egne_skjaeringstidspunkt
from tilskudd.rules.frister import tidligste_utbetaling
from tilskudd.utsikter.models import Paaminnelse, PaaVent, PaaVentKvartal


@dataclass(frozen=True)
class Kvartalsum:
    """What waits for the days of a quarter."""

    kvartal: Kvartal
    kroner: int
    skjermet: int
    dager_uten_sats: int = 0

    @property
    def sum(self) -> int:
        """With what waits for protected persons."""
        return self.kroner + self.skjermet


@dataclass(frozen=True)
class Oversikt:
    """What waits in all, and for whom as far as the reader may see."""

    kvartaler: tuple[Kvartalsum, ...]
    paa_vent: int
    for_mye: int
    skjermet: int
    personer: int
    dager_uten_sats: int
    eldste: date | None
    beregnet: datetime | None
    tidligst: Kvartal


def skjermet() -> dict[Kvartal, int]:
    """Return what waits for protected persons, per quarter. For the county."""
    with connection.cursor() as peker:
        peker.execute("SELECT kvartal, kroner FROM utsikter_skjermet() ORDER BY kvartal")
        return {Kvartal.fra_indeks(k): int(kroner) for k, kroner in peker.fetchall()}


def oversikt(kommune: str = "") -> Oversikt:
    """Return what waits, in all or of one municipality. Five queries."""
    rader, per = PaaVent.objects.filter(person__skjermet=False), _kvartaler()
    skjult = {} if kommune else skjermet()
    if kommune:
        rader, per = rader.filter(kommune__nummer=kommune), per.filter(kommune__nummer=kommune)
    tall = rader.aggregate(
        paa_vent=Coalesce(Sum("kroner", filter=Q(kroner__gt=0)), 0),
        for_mye=Coalesce(Sum("kroner", filter=Q(kroner__lt=0)), 0),
        uten=Coalesce(Sum("dager_uten_sats"), 0),
        personer=Count("pk"),
        eldste=Min("siden"),
        beregnet=Max("beregnet"),
    )
    synlig = {
        r["kvartal"]: r for r in per.values("kvartal").annotate(k=Sum("kroner"), u=Sum("dager_uten_sats"))
    }
    return Oversikt(
        kvartaler=tuple(_kvartalsum(k, synlig.get(k), skjult.get(k, 0)) for k in sorted({*synlig, *skjult})),
        paa_vent=tall["paa_vent"],
        for_mye=tall["for_mye"],
        skjermet=sum(skjult.values()),
        personer=tall["personer"],
        dager_uten_sats=tall["uten"],
        eldste=tall["eldste"],
        beregnet=tall["beregnet"],
        tidligst=tidligst(),
    )


def _kvartalsum(kvartal: Kvartal, rad: Any, skjult: int) -> Kvartalsum:
    return Kvartalsum(kvartal, rad["k"] if rad else 0, skjult, rad["u"] if rad else 0)


def _kvartaler() -> QuerySet[PaaVentKvartal]:
    return PaaVentKvartal.objects.filter(person__skjermet=False).order_by()


def tidligst(naa: datetime | None = None) -> Kvartal:
    """Return the first quarter that can pay what is registered now."""
    return tidligste_utbetaling(naa or timezone.now(), egne_skjaeringstidspunkt())


def per_kvartal(kvartaler: Sequence[Kvartal]) -> dict[Kvartal, int]:
    """Return what waits per quarter, with what waits for protected persons. Two queries."""
    rader = _kvartaler().filter(kvartal__in=[k.indeks for k in kvartaler])
    ut = {r["kvartal"]: r["k"] for r in rader.values("kvartal").annotate(k=Sum("kroner"))}
    for kvartal, kroner in skjermet().items():
        if kvartal in kvartaler:
            ut[kvartal] = ut.get(kvartal, 0) + kroner
    return {k: kroner for k, kroner in ut.items() if kroner}


def per_kommune(kvartaler: Sequence[Kvartal]) -> dict[tuple[Kvartal, str], int]:
    """Return what waits per quarter and municipality, without protected persons. One query."""
    rader = _kvartaler().filter(kvartal__in=[k.indeks for k in kvartaler], kommune__isnull=False)
    summer = rader.values("kvartal", "kommune__nummer").annotate(k=Sum("kroner"))
    return {(r["kvartal"], r["kommune__nummer"]): r["k"] for r in summer if r["k"]}


# --- Rows of lists ---


def kommuner(i_dag: date) -> QuerySet[Virksomhet]:
    """Return the municipalities something waits at: persons, kroner, the oldest, the last reminder."""
    denne = Kvartal.for_dato(i_dag)
    p = PaaVent.objects.filter(kommune=OuterRef("pk")).order_by().values("kommune")
    k = PaaVentKvartal.objects.filter(kommune=OuterRef("pk")).order_by().values("kommune")
    sendt = Paaminnelse.objects.filter(kommune=OuterRef("pk")).order_by().values("kommune")
    return Virksomhet.objects.filter(pk__in=PaaVent.objects.values("kommune")).annotate(
        personer=Subquery(p.annotate(n=Count("pk")).values("n")),
        paa_vent=Coalesce(Subquery(p.annotate(s=Sum("kroner", filter=Q(kroner__gt=0))).values("s")), 0),
        for_mye=Coalesce(Subquery(p.annotate(s=Sum("kroner", filter=Q(kroner__lt=0))).values("s")), 0),
        dette=_kvartalets(k.filter(kvartal=denne.indeks)),
        forrige=_kvartalets(k.filter(kvartal=denne.forrige().indeks)),
        eldre=_kvartalets(k.filter(kvartal__lt=denne.forrige().indeks)),
        uten_sats=Subquery(p.annotate(s=Sum("dager_uten_sats")).values("s")),
        eldste=Subquery(p.annotate(s=Min("siden")).values("s")),
        paamint=Subquery(sendt.annotate(s=Max("sendt")).values("s")),
    )


def _kvartalets(rader: QuerySet[Any, Any]) -> Coalesce:
    return Coalesce(Subquery(rader.annotate(s=Sum("kroner")).values("s")), 0)


def personer(kvartal: Kvartal | None = None) -> QuerySet[Any]:
    """Return the persons something waits for, with the last reminder; with a quarter: of its days."""
    rader = PaaVent.objects.select_related("person", "kommune").annotate(
        noekkel=F("person__noekkel"), sortering=F("person__sortering"), **_paaminnelse()
    )
    if kvartal is None:
        return rader.annotate(beloep=F("kroner"), antall_dager=F("dager"), uten=F("dager_uten_sats"))
    i_kvartalet = PaaVentKvartal.objects.filter(person=OuterRef("pk"), kvartal=kvartal.indeks)
    return rader.annotate(
        beloep=Subquery(i_kvartalet.values("kroner")),
        antall_dager=Subquery(i_kvartalet.values("dager")),
        uten=Subquery(i_kvartalet.values("dager_uten_sats")),
    ).filter(antall_dager__isnull=False)


def _paaminnelse() -> dict[str, Any]:
    """The last reminder to the municipality that has the person: when, and how far it has come."""
    siste = Paaminnelse.objects.filter(person=OuterRef("pk"), kommune=OuterRef("kommune")).order_by("-sendt")
    mottak = Mottak.objects.filter(virksomhet=OuterRef("kommune"))
    sist = siste.values("melding")[:1]
    return {
        "paamint": Subquery(siste.values("sendt")[:1]),
        "siste_melding": Subquery(sist),
        "steg": Subquery(
            mottak.filter(melding=OuterRef("siste_melding")).values(
                s=Case(
                    When(kvittert__isnull=False, then=Value("kvittert")),
                    When(aapnet__isnull=False, then=Value("aapnet")),
                    default=Value("sendt"),
                )
            )[:1]
        ),
    }


def kvartaler_med_noe() -> list[Kvartal]:
    """Return the quarters something waits for, the newest first."""
    return list(PaaVentKvartal.objects.order_by("-kvartal").values_list("kvartal", flat=True).distinct())


# --- One person ---


def for_person(person_id: int) -> tuple[PaaVent | None, tuple[PaaVentKvartal, ...]]:
    """Return what waits for a person, in all and per quarter. Two queries at most."""
    rad = PaaVent.objects.filter(pk=person_id).first()
    if rad is None:
        return None, ()
    return rad, tuple(PaaVentKvartal.objects.filter(person=person_id).order_by("kvartal"))


def paaminnelser_om(person_ider: Collection[int]) -> QuerySet[Any]:
    """Return the reminders about these persons, the newest first, each with its receipt."""
    mottak = Mottak.objects.filter(melding=OuterRef("melding"), virksomhet=OuterRef("kommune"))
    return (
        Paaminnelse.objects.filter(person__in=person_ider)
        .select_related("kommune", "av", "melding__samtale")
        .annotate(
            aapnet=Subquery(mottak.values("aapnet")[:1]), kvittert=Subquery(mottak.values("kvittert")[:1])
        )
        .order_by("-sendt", "-pk")
    )
