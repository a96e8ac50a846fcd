"""The section of a participant's page: what is told, how far it has come, and how the periods stand."""

from __future__ import annotations

from typing import Any

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from opplaering import meldingstekster
from opplaering.queries.avstemming import avstemming
from opplaering.queries.meldinger import meldinger_om, umeldt
from opplaering.rules.avstemming import Tilstand

VISES = 10


def meldingspanel(person: Person, av: Aktoer) -> dict[str, Any]:
    """Return the newest messages; what is not told, to the county; how the periods stand, not to schools."""
    rader: list[Any] = list(meldinger_om(person)[:VISES])
    for rad in rader:
        kort = meldingstekster.kort(rad.tabell, rad.innhold)
        rad.hva, rad.status = (
            f"{meldingstekster.slagnavn(rad.slag)}: {kort}",
            meldingstekster.tilstand(rad),
        )
    return {
        "meldinger": rader,
        "umeldt": umeldt().filter(person=person).count() if av.er_fylke else 0,
        "avstemt": [meldingstekster.avstemt(kode) for kode in _tilstander(person, av)],
    }


def _tilstander(person: Person, av: Aktoer) -> list[str]:
    if not (av.er_fylke or av.er_kommune):
        return []
    funnet = set(avstemming().filter(person=person).values_list("tilstand", flat=True))
    return [t.value for t in Tilstand if t.value in funnet]
