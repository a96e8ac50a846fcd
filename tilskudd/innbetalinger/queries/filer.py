"""The files of payments, and what builds on one."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from tilskudd.innbetalinger.models import Innbetaling, Innbetalingsfil, Posthendelse


def filer() -> QuerySet[Innbetalingsfil]:
    """Return the files with who brought them in."""
    return Innbetalingsfil.objects.select_related("bruker", "trukket_av").annotate(
        andre=Count("rader", filter=Q(rader__gjelder=False))
    )


def bygger_paa(fil: Innbetalingsfil) -> int:
    """Return how many differences of the file's rounds someone has worked with since it came."""
    runder = Innbetaling.objects.filter(fil=fil, gjelder=True).values("kvartal")
    return (
        Posthendelse.objects.filter(post__kvartal__in=runder, tid__gt=fil.tid, bruker__isnull=False)
        .values("post")
        .distinct()
        .count()
    )
