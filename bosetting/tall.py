"""What others show of the settlement: the wheel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bosetting.kodeverk import Fristslag, rundenavn
from bosetting.queries.runder import fristene_mellom
from integrering.grunnmur.samlet import Rader, Sporring
from regionalt.aarshjul import Hjuldag


def spoer_frister(fra: date, til: date) -> Sporring:
    """Return the question about the days of the rounds."""
    felt = ("dato", "slag", "navn", "gjort", "runde__aar", "runde__utgave", "runde__noekkel")
    ut: Sporring = fristene_mellom(fra, til).values(*felt)
    return ut


def fristdager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Return the days of the rounds."""
    for f in rader:
        runde = rundenavn(f["runde__aar"], f["runde__utgave"])
        tittel = _("%(runde)s: %(frist)s") % {
            "runde": runde,
            "frist": f["navn"] or Fristslag(f["slag"]).label,
        }
        url = reverse("bosetting:runde", args=[f["runde__noekkel"]])
        yield Hjuldag(f["dato"], tittel, url, frist=f["gjort"] is None)
