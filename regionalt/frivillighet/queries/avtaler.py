"""Reads of agreements."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.vedlegg.queries import med_versjoner
from regionalt.frivillighet.models import Avtale, Avtalevedlegg, Organisasjon
from regionalt.frivillighet.rules.avtale import Avtalefakta


def avtaler() -> QuerySet[Avtale]:
    """Return the agreements the one who asks sees."""
    return Avtale.objects.select_related("organisasjon__virksomhet", "ansvarlig")


def ikke_over(dag: date) -> Q:
    """Return the condition that an agreement is not over on the day."""
    return Q(til__isnull=True) | Q(til__gte=dag)


def avtaler_med(organisasjon: Organisasjon) -> list[Avtale]:
    """Return the agreements with an organisation: those without an end first, then the latest."""
    return list(avtaler().filter(organisasjon=organisasjon).order_by(F("til").desc(nulls_first=True), "-fra"))


def finn_avtale(noekkel: UUID) -> Avtale | None:
    """Return an agreement by its key."""
    return avtaler().select_related("endret_av").filter(noekkel=noekkel).first()


def filer_til(avtale: Avtale) -> list[Avtalevedlegg]:
    """Return the files of an agreement, with their versions."""
    lenker = list(Avtalevedlegg.objects.filter(avtale=avtale).order_by("pk"))
    filer = {v.pk: v for v in med_versjoner([lenke.vedlegg_id for lenke in lenker])}
    for lenke in lenker:
        lenke.vedlegg = filer[lenke.vedlegg_id]
    return lenker


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Avtalefakta]]:
    """Yield the agreements that are to be gone through (see `oppgaver.regelverk`)."""
    rader = avtaler().filter(gjennomgang__isnull=False)
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke()
    for a in rader.order_by("pk"):
        emne = Emne(
            id=a.pk,
            virksomhet_id=fylket.pk,
            url=reverse("frivillighet:avtale", args=[a.noekkel]),
            tekst=str(a.organisasjon),
            ansvarlig_id=a.ansvarlig_id,
        )
        yield emne, Avtalefakta(fra=a.fra, til=a.til, gjennomgang=a.gjennomgang)
