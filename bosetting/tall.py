"""What others show of the settlement: the wheel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bosetting.queries.runder import fristene_mellom
from integrering.tilgang.aktoer import Aktoer
from regionalt.aarshjul import Hjuldag


def fristdager(av: Aktoer, fra: date, til: date) -> Iterable[Hjuldag]:
    """Return the days of the rounds."""
    for f in fristene_mellom(fra, til):
        tittel = _("%(runde)s: %(frist)s") % {"runde": f.runde, "frist": f}
        url = reverse("bosetting:runde", args=[f.runde.noekkel])
        yield Hjuldag(f.dato, tittel, url, frist=f.gjort is None)
