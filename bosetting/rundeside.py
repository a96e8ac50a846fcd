"""What stands on a round's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, Q

from bosetting.kodeverk import Rundetilstand, prosent
from bosetting.models import Kriterium, Runde
from bosetting.queries.svar import har_svart


@dataclass(frozen=True)
class Steg:
    """A step of the way: done, here, or to come."""

    tekst: str
    gjort: bool
    her: bool


def stegene(runde: Runde) -> list[Steg]:
    """Return the way of a round."""
    rekke = list(Rundetilstand)
    her = rekke.index(Rundetilstand(runde.tilstand))
    return [Steg(str(t.label), nr < her, nr == her) for nr, t in enumerate(rekke)]


def kriteriesummen(kriterier: Sequence[Kriterium]) -> int:
    """Return the weights together, in per cent."""
    return prosent(sum((k.vekt or Decimal(0) for k in kriterier), Decimal(0))) or 0


def tallene(runde: Runde) -> dict[str, Any]:
    """Return how many municipalities there are, should be asked, are locked, have answered."""
    return runde.kommuner.aggregate(
        alle=Count("pk"),
        spurte=Count("pk", filter=Q(spurt=True)),
        laaste=Count("pk", filter=Q(laas__isnull=False)),
        svart=Count("pk", filter=Q(Exists(har_svart()), spurt=True)),
    )
