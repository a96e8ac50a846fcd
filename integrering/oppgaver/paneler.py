"""What the person page says of tasks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from integrering.nir.models import Person
from integrering.nir.rules.oppgaver import Behov
from integrering.nir.rules.registreringsoppgaver import FRA_CELLENE
from integrering.oppgaver.queries.koe import om_personen
from integrering.oppgaver.queries.kommuner import kommunenes_oppgaver

# What the page says itself that the person lacks.
_STAAR_PAA_SIDEN = frozenset(kode.value for kode in (*Behov, *FRA_CELLENE))


def personens_oppgaver(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return the tasks the page does not tell of already: what is missing stands above, with its form.

    Of that only what somebody has, or what waits, is told here.
    """
    i_dag = timezone.localdate()
    oppgaver = [
        o
        for o in om_personen(person.pk)
        if o.regel not in _STAAR_PAA_SIDEN or o.ansvarlig_id or o.er_paa_vent(i_dag)
    ]
    return {"oppgaver": oppgaver}


def kommunene(request: HttpRequest) -> dict[str, Any]:
    """Return the municipalities that are most behind, for the county's front page."""
    return {"kommuner": kommunenes_oppgaver(timezone.localdate())}
