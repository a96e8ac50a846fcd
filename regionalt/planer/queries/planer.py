"""Reads of plans and goals."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.planer.models import Maal, Plan, Plantilstand, Plantiltak
from regionalt.planer.queries.utgitt import aapen_side
from regionalt.planer.rules.frister import Planfakta
from regionalt.queries.felt import radene


@dataclass
class Maalrad:
    """A goal with its measures, as the page of a plan shows it."""

    maal: Maal
    tiltak: list[Plantiltak] = field(default_factory=list)


def planene() -> QuerySet[Plan]:
    """Return the plans the one who asks sees."""
    return Plan.objects.select_related("ansvarlig")


def finn_plan(noekkel: UUID) -> Plan | None:
    """Return a plan by its key."""
    return planene().select_related("erstatter", "endret_av", "vedtak").filter(noekkel=noekkel).first()


def planen_paa_siden(noekkel: UUID) -> Any:
    """Return a plan with where it is published and what has replaced it, or None."""
    nyere = radene(
        Plan.objects.filter(erstatter=OuterRef("pk")).order_by("fra", "pk"),
        noekkel="noekkel",
        tittel="tittel",
    )
    rader = planene().select_related("erstatter", "endret_av", "vedtak").filter(noekkel=noekkel)
    return rader.annotate(erstattet_av_=nyere, **aapen_side()).first()


def andre_planer(plan: Plan | None) -> list[Plan]:
    """Return the plans a plan may replace: all but itself, the newest first."""
    rader = Plan.objects.all() if plan is None else Plan.objects.exclude(pk=plan.pk)
    return list(rader.order_by("-fra", "-pk"))


def maalene_i(plan: Plan) -> list[Maalrad]:
    """Return the goals of a plan in order, each with its measures by first day."""
    ut = {m.pk: Maalrad(m) for m in Maal.objects.filter(plan=plan).order_by("nummer")}
    tiltak = Plantiltak.objects.select_related("ansvarlig", "kommune").filter(maal__plan=plan)
    for t in tiltak.order_by("fra", "pk"):
        ut[t.maal_id].tiltak.append(t)
    return list(ut.values())


def neste_nummer(plan: Plan) -> int:
    """Return the number after the last goal's."""
    siste = Maal.objects.filter(plan=plan).order_by("-nummer").values_list("nummer", flat=True).first()
    return (siste or 0) + 1


def finn_maal(noekkel: UUID) -> Maal | None:
    """Return a goal by its key."""
    return Maal.objects.select_related("plan").filter(noekkel=noekkel).first()


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Planfakta]]:
    """Yield the plans that count (see `oppgaver.regelverk`)."""
    rader = planene().filter(tilstand=Plantilstand.VEDTATT)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for p in rader.order_by("pk"):
        emne = Emne(
            id=p.pk,
            virksomhet_id=fylket.pk,
            url=reverse("planer:plan", args=[p.noekkel]),
            tekst=p.tittel,
            ansvarlig_id=p.ansvarlig_id,
        )
        yield emne, Planfakta(gjelder=True, til=p.til)
