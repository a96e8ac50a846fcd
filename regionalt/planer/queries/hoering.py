"""Reads of hearings: who is asked, what they answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.aktoer import Aktoer
from regionalt.planer.models import Hoeringsinstans, Hoeringssvar, Plan, Plantilstand
from regionalt.planer.rules.frister import Hoeringsfakta


@dataclass(frozen=True)
class Hoeringsrad:
    """One who is asked, and when the answer that counts came; None until it does."""

    instans: Hoeringsinstans
    mottatt: date | None


def instansene() -> QuerySet[Hoeringsinstans]:
    """Return those who are asked, as the one who asks sees them, with plan and answers, the newest first."""
    svar = Prefetch("svar", Hoeringssvar.objects.select_related("endret_av").order_by("-mottatt", "-pk"))
    return Hoeringsinstans.objects.select_related("plan", "virksomhet").prefetch_related(svar)


def hoeringen_av(plan: Plan) -> list[Hoeringsrad]:
    """Return those who are asked about a plan, by name."""
    rader = _rader(Hoeringsinstans.objects.filter(plan=plan))
    return sorted(rader, key=lambda rad: str(rad.instans).casefold())


def finn_instans(noekkel: UUID) -> Hoeringsinstans | None:
    """Return one who is asked, by its key, with the answers."""
    return instansene().filter(noekkel=noekkel).first()


def hoeringene_til(av: Aktoer) -> list[Hoeringsrad]:
    """Return what one's own organisation is asked about, the newest first."""
    rader = Hoeringsinstans.objects.filter(virksomhet_id=av.virksomhet_id)
    return _rader(rader.order_by("-plan__hoeringsfrist", "-pk"))


def _rader(rader: QuerySet[Hoeringsinstans]) -> list[Hoeringsrad]:
    svar = Hoeringssvar.objects.filter(instans=OuterRef("pk")).order_by("-mottatt", "-pk").values("mottatt")
    valgt = rader.select_related("plan", "virksomhet").annotate(mottatt=Subquery(svar[:1]))
    return [Hoeringsrad(i, i.mottatt) for i in valgt]


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Hoeringsfakta]]:
    """Yield those with users here who are asked about a plan on hearing (see `oppgaver.regelverk`)."""
    rader = Hoeringsinstans.objects.select_related("plan", "virksomhet").filter(
        plan__tilstand=Plantilstand.HOERING, virksomhet__isnull=False
    )
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    rader = rader.annotate(svart=Exists(Hoeringssvar.objects.filter(instans=OuterRef("pk"))))
    for i in rader.order_by("pk"):
        assert i.virksomhet_id  # noqa: S101 - filtered above
        emne = Emne(
            id=i.pk,
            virksomhet_id=i.virksomhet_id,
            url=reverse("planer:svar", args=[i.noekkel]),
            tekst=i.plan.tittel,
        )
        yield emne, Hoeringsfakta(frist=i.plan.hoeringsfrist, svart=i.svart)
