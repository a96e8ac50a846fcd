"""The messages about the service that every page shows: read at most twice a minute in each process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from integrering.tilgang.models import Driftsmelding

NOEKKEL, _SEKUNDER = "tilgang.driftsmeldinger", 30
_SNART = timedelta(seconds=_SEKUNDER)


@dataclass(frozen=True)
class Melding:
    """A message in the reader's language."""

    tekst: str
    alvor: str


def meldinger_naa() -> list[Melding]:
    """Return the messages that hold now, the most serious first."""
    rader: list[tuple[str, str, str, datetime, datetime | None]] | None = cache.get(NOEKKEL)
    naa = timezone.now()
    if rader is None:
        snart = Driftsmelding.objects.filter(fra__lte=naa + _SNART).exclude(til__lte=naa)
        rader = list(snart.values_list("tekst", "tekst_nn", "alvor", "fra", "til"))
        cache.set(NOEKKEL, rader, _SEKUNDER)
    gjelder = [r for r in rader if r[3] <= naa and (r[4] is None or naa < r[4])]
    tyngde = {"danger": 0, "warning": 1, "info": 2}
    nynorsk = get_language() == "nn"
    return [Melding(r[1] if nynorsk else r[0], r[2]) for r in sorted(gjelder, key=lambda r: tyngde[r[2]])]


def glem() -> None:
    """Read them anew at the next page (in this process; the others do within half a minute)."""
    cache.delete(NOEKKEL)
