"""What is missing, for the statement each municipality gets: sums, never persons by name."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, OuterRef, Subquery, Sum

from integrering.grunnmur.kvartal import Kvartal
from tilskudd.oversiktstall import Bidragsrad
from tilskudd.utsikter import tekster
from tilskudd.utsikter.models import PaaVent, PaaVentKvartal


def bidrag(kvartal: Kvartal, kommune: str) -> Sequence[Bidragsrad]:
    """Return what waits for the days of a quarter, by what is missing, without protected persons."""
    grunner = PaaVent.objects.filter(pk=OuterRef("person")).values("grunner")[:1]
    rader = (
        PaaVentKvartal.objects.filter(kvartal=kvartal.indeks, kommune__nummer=kommune, person__skjermet=False)
        .order_by()
        .annotate(grunner=Subquery(grunner))
        .values("grunner")
        .annotate(antall=Count("pk"), sum=Sum("kroner"))
        .order_by("-sum")
    )
    return [Bidragsrad(tekster.mangler(r["grunner"]).capitalize(), r["antall"], r["sum"]) for r in rader]
