"""Words of the planning together, and how a proposed time becomes the beginning of a session's form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from integrering.grunnmur.lesing import les_uuid
from integrering.utveksling.moeter.kodeverk import Ukedag
from karriere.kodeverk import Forslagsstatus, Samtaleform, Samtaleslag
from karriere.models import Oppleggsforslag, Sak
from karriere.queries.opplegg import avtalt_i, finn_forslag
from karriere.rules.opplegg import Tidsrom, del_tiden, foerste_ledige


def dagene(ukedager: Iterable[int]) -> str:
    """Return days of the week in a row: «mandag, onsdag»."""
    return ", ".join(str(Ukedag(dag).label) for dag in ukedager)


def tid_i(forslag: Oppleggsforslag) -> Tidsrom | None:
    """Return the first part of a proposed time that no person of the municipality has; None: it is full."""
    tatt = [(plass.samtale.start, plass.samtale.slutt) for plass in avtalt_i(forslag)]
    return foerste_ledige(del_tiden(forslag.start, forslag.slutt, forslag.antall), tatt)


def fra_forslag(noekkel: str, sak: Sak) -> dict[str, Any]:
    """Return the values a session's form begins with, from an accepted time of the person's municipality.

    Nothing for what is no such proposal.
    """
    funnet = les_uuid(noekkel)
    forslag = finn_forslag(funnet) if funnet else None
    if forslag is None or forslag.status != Forslagsstatus.GODTATT or forslag.slag == Samtaleslag.GRUPPE:
        return {}
    if forslag.kommune_id != sak.person.kommune_id:
        return {}
    start, slutt = (timezone.localtime(t) for t in tid_i(forslag) or (forslag.start, forslag.slutt))
    return {
        "slag": forslag.slag,
        "dag": start.date(),
        "fra": start.time(),
        "til": slutt.time(),
        "form": Samtaleform.STED.value,
        "sted": forslag.sted,
    }
