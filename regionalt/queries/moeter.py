"""Meetings with a municipality: the last, the next, and what was agreed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import Deltaker, Moete, Moetekommune, Moetepunkt, Punktplass

FLEST = 10


def moeter_med(kommune: Virksomhet) -> QuerySet[Moete]:
    """Return the meetings a municipality takes part in or that are about it, those the reader sees."""
    med = Deltaker.objects.filter(moete=OuterRef("pk"), virksomhet=kommune)
    om = Moetekommune.objects.filter(moete=OuterRef("pk"), kommune=kommune)
    moeter = Moete.objects.filter(Q(Exists(med)) | Q(Exists(om)) | Q(eier=kommune))
    return moeter.exclude(tilstand=Moetetilstand.AVLYST)


def siste_og_neste(kommune: Virksomhet, naa: datetime) -> tuple[Moete | None, Moete | None]:
    """Return the last meeting that is over, and the first to come."""
    moeter = moeter_med(kommune)
    siste = moeter.filter(start__lt=naa).order_by("-start", "-pk").values("pk")[:1]
    neste = moeter.filter(start__gte=naa).order_by("start", "pk").values("pk")[:1]
    funnet = list(Moete.objects.filter(Q(pk__in=siste) | Q(pk__in=neste)))
    return next((m for m in funnet if m.start < naa), None), next((m for m in funnet if m.start >= naa), None)


def avtalt(kommune: Virksomhet, siste: Moete | None) -> list[Moetepunkt]:
    """Return what is agreed: the points of the last meeting, and those of others that are not done."""
    plasser = Punktplass.objects.filter(punkt=OuterRef("pk"), moete__in=moeter_med(kommune).values("pk"))
    i_siste = Punktplass.objects.filter(punkt=OuterRef("pk"), moete=siste) if siste else None
    aapne = Q(Exists(plasser), tilstand=Punkttilstand.AAPEN)
    punkter = Moetepunkt.objects.filter(aapne | Q(Exists(i_siste)) if i_siste is not None else aapne)
    return list(
        punkter.select_related("eier_virksomhet", "eier_bruker").order_by("tilstand", "frist", "pk")[:FLEST]
    )
