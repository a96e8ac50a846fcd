"""Reads of measures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, When
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from regionalt.kodeverk import Tema
from regionalt.samarbeid.models import Samarbeidstiltak, Tiltaksstatus
from regionalt.samarbeid.rules.frister import Tiltaksfakta

_S = Tiltaksstatus
FERDIG = (_S.FULLFOERT, _S.AVBRUTT)


def tiltakene() -> QuerySet[Samarbeidstiltak]:
    """Return the measures the one who asks sees."""
    return Samarbeidstiltak.objects.select_related("ansvarlig")


def tiltakene_om(tema: Tema) -> list[Samarbeidstiltak]:
    """Return the measures of a theme: those under way first, then those to come, then the others."""
    plass = Case(
        When(status=_S.I_GANG, then=0), When(status=_S.PLANLAGT, then=1), default=2,
        output_field=IntegerField(),
    )  # fmt: skip
    return list(tiltakene().filter(tema=tema).order_by(plass, "-fra", "-pk"))


def finn_tiltak(noekkel: UUID) -> Samarbeidstiltak | None:
    """Return a measure by its key."""
    return tiltakene().select_related("endret_av").filter(noekkel=noekkel).first()


def over_tiden(dag: date) -> QuerySet[Samarbeidstiltak]:
    """Return the measures whose last day is over, and that are not."""
    return tiltakene().filter(til__lt=dag).exclude(status__in=FERDIG)


def per_tema(aar: int) -> list[tuple[str, int, int]]:
    """Return for each theme: the measures that ran in the year, and how many of them are completed now."""
    i_aaret = Q(fra__year__lte=aar) & (Q(til__isnull=True) | Q(til__year__gte=aar))
    rader = Samarbeidstiltak.objects.filter(i_aaret).values_list("tema").order_by("tema")
    telt = rader.annotate(antall=Count("pk"), fullfoert=Count("pk", filter=Q(status=_S.FULLFOERT)))
    return [(tema, antall, fullfoert) for tema, antall, fullfoert in telt]


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Tiltaksfakta]]:
    """Yield the measures that have a last day and are not over (see `oppgaver.regelverk`)."""
    rader = tiltakene().filter(til__isnull=False).exclude(status__in=FERDIG)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for t in rader.order_by("pk"):
        emne = Emne(
            id=t.pk,
            virksomhet_id=fylket.pk,
            url=reverse("samarbeid:tiltak", args=[t.noekkel]),
            tekst=t.tittel,
            ansvarlig_id=t.ansvarlig_id,
        )
        yield emne, Tiltaksfakta(ferdig=t.ferdig, til=t.til)
