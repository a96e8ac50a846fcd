"""How the municipalities stand, for the county: one statement over the open tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.koe import Fane, i_fanen
from integrering.oppgaver.regelverk import regler

VISTE = 10


@dataclass(frozen=True)
class Kommunetall:
    """The open tasks on a municipality's desk."""

    nummer: str
    navn: str
    over_frist: int
    alle: int


def kommunenes_oppgaver(i_dag: date) -> list[Kommunetall]:
    """Return the municipalities that are most behind: at most `VISTE`, most overdue tasks first."""
    rader = (
        Oppgave.objects.filter(
            lukket__isnull=True, virksomhet__type="kommune", regel__in=[r.kode for r in regler()]
        )
        .order_by()
        .values_list("virksomhet__nummer", "virksomhet__navn")
        .annotate(over=Count("pk", filter=i_fanen(Fane.OVER_FRIST, i_dag)), alle=Count("pk"))
        .order_by("-over", "-alle", "virksomhet__nummer")[:VISTE]
    )
    return [Kommunetall(*rad) for rad in rader]
