"""Reads of calls."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from tilskudd.gitt.models import Soeknadstilstand, Utlysning, Utlysningstilstand
from tilskudd.gitt.rules.kontroller import Krav


def utlysninger() -> QuerySet[Utlysning]:
    """Return the calls the reader may see."""
    return Utlysning.objects.select_related("ordning")


def finn_utlysning(noekkel: UUID) -> Utlysning | None:
    """Return a call the reader may see."""
    return utlysninger().filter(noekkel=noekkel).first()


def aapne_for(virksomhetstype: str, i_dag: date) -> QuerySet[Utlysning]:
    """Return the calls this kind of organisation may apply to today, the next deadline first."""
    i_tide = Q(frist__isnull=True) | Q(frist__gte=i_dag)
    return (
        utlysninger()
        .filter(i_tide, tilstand=Utlysningstilstand.UTLYST, soekere__contains=[virksomhetstype])
        .order_by("frist", "navn", "pk")
    )


def er_aapen(utlysning: Utlysning, virksomhetstype: str, i_dag: date) -> bool:
    """Return True when this kind of organisation may apply today."""
    return aapne_for(virksomhetstype, i_dag).filter(pk=utlysning.pk).exists()


def kravene(u: Utlysning) -> Krav:
    """Return the limits of a call, for the rules."""
    return Krav(
        soekere=frozenset(u.soekere),
        dekker=frozenset(u.dekker),
        frist=u.frist,
        andel=u.andel,
        minst=u.minst,
        mest=u.mest,
        start_innen=u.start_innen,
        vedlegg=tuple(u.vedleggskrav),
        register=u.krever_register,
        demokrati=u.krever_demokrati,
        kan_fravikes=frozenset(u.kan_fravikes),
    )


def med_sum(rader: QuerySet[Utlysning]) -> QuerySet[Utlysning]:
    """Add `antall` and `soekt`: applications sent and not withdrawn, and what they ask for."""
    sendte = Q(soeknader__sendt__isnull=False) & ~Q(soeknader__tilstand=Soeknadstilstand.TRUKKET)
    return rader.annotate(
        antall=Count("soeknader", filter=sendte),
        soekt=Coalesce(Sum("soeknader__beloep", filter=sendte), 0),
    )
