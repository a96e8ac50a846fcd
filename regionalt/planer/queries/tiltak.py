"""Reads of measures and where they have stood."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.planer.models import Plantilstand, Plantiltak, Statusrad, Tiltaksstatus
from regionalt.planer.rules.frister import Tiltaksfakta

FERDIG = (Tiltaksstatus.GJENNOMFOERT, Tiltaksstatus.STANSET)


def tiltakene() -> QuerySet[Plantiltak]:
    """Return the measures the one who asks sees."""
    return Plantiltak.objects.select_related("maal__plan", "ansvarlig", "kommune")


def over_tiden(dag: date) -> QuerySet[Plantiltak]:
    """Return the measures whose last day is past, and that are neither carried out nor stopped."""
    return tiltakene().filter(til__lt=dag).exclude(status__in=FERDIG)


def sent(dag: date) -> Q:
    """Return the condition that a measure is late on a day: past its last day and not over, or said to be."""
    return Q(til__lt=dag) & ~Q(status__in=FERDIG) | Q(status=Tiltaksstatus.FORSINKET)


def finn_tiltak(noekkel: UUID) -> Plantiltak | None:
    """Return a measure by its key."""
    return tiltakene().select_related("endret_av").filter(noekkel=noekkel).first()


def statusene_til(tiltak: Plantiltak) -> list[Statusrad]:
    """Return where a measure has stood, the latest first, with who wrote it."""
    rader = Statusrad.objects.select_related("endret_av").filter(tiltak=tiltak)
    return list(rader.order_by("-dato", "-pk"))


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Tiltaksfakta]]:
    """Yield the measures that are not over, of plans that count (see `oppgaver.regelverk`)."""
    rader = tiltakene().filter(maal__plan__tilstand=Plantilstand.VEDTATT).exclude(status__in=FERDIG)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for t in rader.order_by("pk"):
        emne = Emne(
            id=t.pk,
            virksomhet_id=fylket.pk,
            url=reverse("planer:tiltak", args=[t.noekkel]),
            tekst=t.tittel,
            ansvarlig_id=t.ansvarlig_id,
        )
        yield emne, Tiltaksfakta(ferdig=t.ferdig, fra=t.fra, til=t.til, sist=t.status_dato)
