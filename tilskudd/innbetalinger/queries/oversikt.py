"""Expected beside received: per payment round and code, and how the differences stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Count, IntegerField, Max, Q, Value, When

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.queries import vaart_fylke
from tilskudd.innbetalinger.models import (
    Avstemmingskjoering,
    Avstemmingssum,
    Innbetaling,
    Post,
    Poststatus,
    Utfallsvalg,
)
from tilskudd.models import BOKFOERT, Kjoering, Mottakersum, Slag

AVVIK = ~Q(utfall=Utfallsvalg.STEMMER)


@dataclass(frozen=True)
class Sum:
    """Expected and received, in øre, and how many differences there are."""

    forventet: int = 0
    mottatt: int = 0
    avvik: int = 0

    @property
    def differanse(self) -> int:
        """Received minus expected."""
        return self.mottatt - self.forventet

    def __add__(self, annen: Sum) -> Sum:
        return Sum(self.forventet + annen.forventet, self.mottatt + annen.mottatt, self.avvik + annen.avvik)


@dataclass(frozen=True)
class Runde:
    """A payment round.

    Attributes:
        kjoering: the posted run; None when IMDi has paid for a round we have not approved.
        koder: code → its sums; empty until a payment has come.
        nye: differences nobody has looked at.
        overfoert: kroner that the run's netting carried in and out, when it did.
    """

    kvartal: Kvartal
    kjoering: Kjoering | None
    koder: tuple[tuple[str, Sum], ...]
    sum: Sum
    nye: int
    bokfoert: int
    overfoert: int


def runder(antall: int = 12) -> list[Runde]:
    """Return the newest payment rounds, newest first: the posted ones, and those IMDi has paid for."""
    kjoeringer = {
        k.kvartal: k
        for k in Kjoering.objects.filter(tilstand__in=BOKFOERT, slag=Slag.ORDINAER).order_by("-kvartal")[
            :antall
        ]
    }
    per_kode: dict[Kvartal, list[tuple[str, Sum]]] = defaultdict(list)
    for rad in Avstemmingssum.objects.order_by("-kvartal", "kode"):
        per_kode[rad.kvartal].append((rad.kode, Sum(rad.forventet_oere, rad.mottatt_oere, rad.avvik)))
    nye = dict(
        Post.objects.filter(AVVIK, status=Poststatus.NY)
        .values_list("kvartal")
        .annotate(n=Count("pk"))
        .order_by()
    )
    bokfoert = {
        m.kjoering.kvartal: m
        for m in Mottakersum.objects.select_related("kjoering").filter(
            kjoering__in=[k.pk for k in kjoeringer.values()], mottaker=vaart_fylke()
        )
    }
    alle = sorted({*kjoeringer, *per_kode}, reverse=True)[:antall]
    return [_runde(k, kjoeringer.get(k), per_kode[k], nye.get(k, 0), bokfoert.get(k)) for k in alle]


def _runde(
    kvartal: Kvartal,
    kjoering: Kjoering | None,
    koder: Sequence[tuple[str, Sum]],
    nye: int,
    bokfoert: Mottakersum | None,
) -> Runde:
    return Runde(
        kvartal=kvartal,
        kjoering=kjoering,
        koder=tuple(koder),
        sum=sum((s for _k, s in koder), Sum()),
        nye=nye,
        bokfoert=bokfoert.linjer_sum if bokfoert else 0,
        overfoert=(bokfoert.overfoert_inn - bokfoert.overfoert_ut) if bokfoert else 0,
    )


def andre_tilskudd() -> list[tuple[str, int]]:
    """Return what IMDi paid that is not grants per person: code and øre."""
    rader = Innbetaling.objects.filter(gjelder=False, fil__trukket_tid__isnull=True)
    return list(rader.values_list("kode").annotate(oere=models.Sum("beloep_oere")).order_by("kode"))


def mottatt_per_kvartal(kvartaler: Sequence[Kvartal]) -> Mapping[Kvartal, int]:
    """Return what IMDi has paid in whole kroner, for the overview of the engine."""
    rader = Avstemmingssum.objects.filter(kvartal__in=[k.indeks for k in kvartaler], mottatt_oere__gt=0)
    return {
        k: round(oere / 100)
        for k, oere in rader.values_list("kvartal").annotate(models.Sum("mottatt_oere")).order_by()
    }


def mottatt_per_kommune(kvartaler: Sequence[Kvartal]) -> Mapping[tuple[Kvartal, str], int]:
    """Return nothing: IMDi pays the county for persons, not for municipalities."""
    return {}


def utdatert() -> bool:
    """Return True when a run was approved after the payments were last matched."""
    sist = Avstemmingskjoering.objects.aggregate(t=Max("tid"))["t"]
    if sist is None:
        return False
    return Kjoering.objects.filter(tilstand__in=BOKFOERT, godkjent_tid__gt=sist).exists()


def antall_per_status() -> dict[str, int]:
    """Return how many differences there are in each status, in their order."""
    rekkefoelge = Case(
        *(When(status=s, then=Value(n)) for n, s in enumerate(Poststatus.values)), output_field=IntegerField()
    )
    rader: Iterable[tuple[str, int]] = (
        Post.objects.filter(AVVIK).values_list("status").annotate(n=Count("pk"), o=rekkefoelge).order_by("o")
        .values_list("status", "n")
    )  # fmt: skip
    return dict(rader)
