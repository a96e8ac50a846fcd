"""What the person page says of tasks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from integrering.nir.flyttepunkter import Flyttepunkt
from integrering.nir.models import Person
from integrering.nir.rules.oppgaver import Behov
from integrering.nir.rules.registreringsoppgaver import FRA_CELLENE
from integrering.oppgaver.queries.koe import om_personen
from integrering.oppgaver.queries.kommuner import kommunenes_oppgaver
from integrering.tilgang.aktoer import Aktoer

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


def ved_flytting(person: Person, av: Aktoer) -> list[Flyttepunkt]:
    """Return what becomes of the open tasks of those who are left: they are closed."""
    antall = sum(1 for o in om_personen(person.pk) if o.virksomhet_id == person.kommune_id)
    if not antall:
        return []
    tekst = ngettext(
        "%(n)d åpen oppgave lukkes når personen flytter. Den nye kommunen får sine egne.",
        "%(n)d åpne oppgaver lukkes når personen flytter. Den nye kommunen får sine egne.",
        antall,
    ) % {"n": antall}
    return [Flyttepunkt(tekst, reverse("person", args=[person.noekkel]), gjort=True)]


def kommunene(request: HttpRequest) -> dict[str, Any]:
    """Return the municipalities that are most behind, for the county's front page."""
    return {"kommuner": kommunenes_oppgaver(timezone.localdate())}
