"""How the municipalities stand, for the county: each answer is one statement over the open tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
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


def aapne_per_regel(koder: Collection[str]) -> dict[int, Counter[str]]:
    """Return how many open tasks of these rules lie on each municipality's desk, by its number here.

    A task that waits is counted too: what it asks for is still missing.
    """
    funnet: dict[int, Counter[str]] = {}
    rader = (
        Oppgave.objects.filter(lukket__isnull=True, virksomhet__type="kommune", regel__in=koder)
        .order_by()
        .values_list("virksomhet_id", "regel")
        .annotate(antall=Count("pk"))
    )
    for virksomhet_id, regel, antall in rader:
        funnet.setdefault(virksomhet_id, Counter())[regel] = antall
    return funnet
