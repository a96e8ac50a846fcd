"""Facts about messages at their recipients, for rules, tasks and reminders."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from integrering.grunnmur.visning import lokal_dato
from integrering.utveksling.meldinger.models import Mottak
from integrering.utveksling.meldinger.rules.oppfoelging import Mottaksfakta


def fakta_for(mottak: Mottak) -> Mottaksfakta:
    """Return what the rules know of a message at a recipient; reads prefetched `purringer`."""
    purringer = list(mottak.purringer.all())
    return Mottaksfakta(
        sendt=lokal_dato(mottak.sendt),
        aapnet=mottak.aapnet is not None,
        kvittert=mottak.kvittert is not None,
        krever_kvittering=mottak.melding.krever_kvittering,
        frist=mottak.melding.kvitteringsfrist,
        purringer=tuple(p.dag for p in purringer),
        automatiske=sum(p.av_id is None for p in purringer),
    )


def med_fakta() -> QuerySet[Mottak]:
    """Return receipts with all that `fakta_for` reads: two queries however many there are."""
    return Mottak.objects.select_related("melding", "melding__samtale").prefetch_related("purringer")


def til_purring() -> QuerySet[Mottak]:
    """Return the receipts somebody still owes."""
    return med_fakta().filter(melding__krever_kvittering=True, kvittert__isnull=True)


def uavklarte() -> QuerySet[Mottak]:
    """Return what asks something of a recipient: not opened, or not acknowledged."""
    return med_fakta().filter(
        Q(aapnet__isnull=True, melding__krever_kvittering=False)
        | Q(kvittert__isnull=True, melding__krever_kvittering=True)
    )
