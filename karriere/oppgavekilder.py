"""Tasks of the career guidance: one source for the cases, with the rules of each part of the app."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.urls import reverse

from integrering.nir.queries.situasjoner import om_dem
from integrering.oppgaver.regelverk import Emne, Oppgavekilde
from integrering.tilgang.queries import vaart_fylke
from karriere import oppgaveregler_koe, oppgaveregler_notat, oppgaveregler_samtale
from karriere.models import Sak
from karriere.roller import KILDE_SAK


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Sak]]:
    """Yield the cases: on the municipality's desk or the county's, and the counsellor's when one is given."""
    fylket = vaart_fylke().pk
    saker = Sak.objects.select_related("person").order_by("pk")
    for sak in saker if ider is None else saker.filter(**om_dem("pk", ider)):
        emne = Emne(
            id=sak.pk,
            virksomhet_id=sak.person.kommune_id or fylket,
            person_id=sak.person_id,
            url=reverse("karriere:sak", args=[sak.noekkel]),
            ansvarlig_id=sak.veileder_id,
        )
        yield emne, sak


SAKSKILDE: Oppgavekilde[Sak] = Oppgavekilde(
    navn=KILDE_SAK,
    les=les,
    regler=(*oppgaveregler_koe.REGLER, *oppgaveregler_notat.REGLER, *oppgaveregler_samtale.REGLER),
)
