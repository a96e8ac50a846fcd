"""Meetings with a municipality: the last, those to come, and what was agreed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone

from integrering.grunnmur.kodelister import kodenavn_i_raden
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Moetetilstand
from integrering.utveksling.moeter.models import Deltaker, Moete, Moetekommune, Moetepunkt, Punktplass

FLEST = 10


def moeter_med(kommune: Virksomhet | OuterRef) -> QuerySet[Moete]:
    """Return the meetings a municipality takes part in or that are about it, those the reader sees."""
    hvem: Any = OuterRef(kommune) if isinstance(kommune, OuterRef) else kommune
    med = Deltaker.objects.filter(moete=OuterRef("pk"), virksomhet=hvem)
    om = Moetekommune.objects.filter(moete=OuterRef("pk"), kommune=hvem)
    moeter = Moete.objects.filter(Q(Exists(med)) | Q(Exists(om)) | Q(eier=kommune))
    return moeter.exclude(tilstand=Moetetilstand.AVLYST)


def siste_og_neste(kommune: Virksomhet, naa: datetime, flest: int = FLEST) -> list[Any]:
    """Return the last meetings that have begun and the first to come, the latest first; with `typenavn`."""
    moeter = moeter_med(kommune)
    siste = moeter.filter(start__lt=naa).order_by("-start", "-pk").values("pk")[:flest]
    neste = moeter.filter(start__gte=naa).order_by("start", "pk").values("pk")[:flest]
    funnet = Moete.objects.filter(Q(pk__in=siste) | Q(pk__in=neste))
    return list(funnet.annotate(typenavn=kodenavn_i_raden("type", liste=MOETETYPE)).order_by("-start", "-pk"))


def sist_moett() -> Subquery:
    """Return an expression about a municipality: the day of the last meeting the reader sees, or NULL."""
    begynt = moeter_med(OuterRef("pk")).filter(start__lt=timezone.now()).order_by("-start")
    return Subquery(begynt.annotate(dag=TruncDate("start")).values("dag")[:1], output_field=DateField())


def avtalt(kommune: Virksomhet, siste: Moete | None) -> list[Moetepunkt]:
    """Return what is agreed: the points of the last meeting, and those of others that are not done."""
    plasser = Punktplass.objects.filter(punkt=OuterRef("pk"), moete__in=moeter_med(kommune).values("pk"))
    i_siste = Punktplass.objects.filter(punkt=OuterRef("pk"), moete=siste) if siste else None
    aapne = Q(Exists(plasser), tilstand=Punkttilstand.AAPEN)
    punkter = Moetepunkt.objects.filter(aapne | Q(Exists(i_siste)) if i_siste is not None else aapne)
    return list(
        punkter.select_related("eier_virksomhet", "eier_bruker").order_by("tilstand", "frist", "pk")[:FLEST]
    )
