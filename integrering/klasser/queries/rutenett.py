"""What is registered of a kind for some persons: the cells of a grid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.faktatyper import Faktatype

Celler = dict[tuple[Any, ...], ToKlokker]


def registrert(slag: Faktatype, personer: Collection[int], verdier: Iterable[Mapping[str, Any]]) -> Celler:
    """Return person and what tells registrations of the kind apart → the version that holds.

    Args:
        verdier: the values looked for, as mappings with at least the columns `slag.unike`.
    """
    leter = list(verdier)
    som_en_av = {f"{felt}__in": {v[felt] for v in leter} for felt in slag.unike}
    rader = slag.gjeldende.filter(person_id__in=personer, **som_en_av).select_related("registrert_av")
    return {(rad.person_id, *(getattr(rad, felt) for felt in slag.unike)): rad for rad in rader}
