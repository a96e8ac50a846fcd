"""Norsk the municipality has given while the person goes to upper secondary. Not for a school."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from integrering.grunnmur import maaneder
from integrering.nir.models import Opplaeringstimer, Person


def maaneder_hos_kommunen(person: Person, perioder: Iterable[tuple[date, date | None]]) -> list[date]:
    """Return the whole months in the periods in which hours of norsk are registered, the oldest first.

    The month one begins or ends at the school is shared, and no overlap.
    """
    rader = (
        Opplaeringstimer.objects.gjeldende()
        .filter(person=person, modul="norsk", timer__gt=0)
        .order_by("maaned")
        .values_list("maaned", flat=True)
    )
    tider = list(perioder)
    return [maaned for maaned in rader if any(_hel(maaned, fra, til) for fra, til in tider)]


def _hel(maaned: date, fra: date, til: date | None) -> bool:
    return fra <= maaned and (til is None or maaneder.siste_dag(maaned) <= til)
