"""A new class makes the integration plan due for review (integreringsloven § 15)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from integrering.klasser.models import Medlemskap
from integrering.nir.rules.planvurdering import Planhendelse, Utloeser


def nye_klasser(ider: Collection[int]) -> Iterator[tuple[int, Planhendelse]]:
    """Yield person and the day they began in a class."""
    rader = Medlemskap.objects.gjeldende().filter(person_id__in=ider).order_by()
    for person_id, fra in rader.values_list("person_id", "fra"):
        yield person_id, Planhendelse(Utloeser.NY_KLASSE, fra)
