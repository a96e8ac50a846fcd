"""Small functions that make what the tests of the matrix need."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from integrering.matrise import actions
from integrering.matrise.actions import Bildedata, Punktdata
from integrering.matrise.models import Oeyeblikksbilde, Vedtakspunkt
from integrering.matrise.queries.bilder import personer_i, personrader
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tests.fabrikk import TRONDHEIM, klokken, lag_person, lag_vedtak, virksomhet

# Everything in the world of the tests was registered then, unless a test says otherwise.
REGISTRERT = klokken(2023, 3, 2)


def deltaker(*, vedtak: bool = False, registrert: datetime = REGISTRERT, **felt: Any) -> Person:
    """Return a participant with right and duty; with a decision on training in Norwegian or without."""
    person = lag_person(registrert=registrert, **felt)
    if vedtak:
        lag_vedtak(person, registrert=registrert + timedelta(days=1))
    regn_ut_status([person.pk])
    return person


def lag_bilde(av: Aktoer, dato: date, *, kommune: str = TRONDHEIM, **felt: Any) -> Oeyeblikksbilde:
    """Return a snapshot made by `av`, as `av`, at once."""
    data = replace(Bildedata(virksomhet(kommune), dato, "Sjekkliste for registrering"), **felt)
    with kontekst(kontekst_for(av)):
        rader = personrader(personer_i(data.kommune.pk, dato), dato)
        return actions.frys(data=data, rader=rader, av=av)


def punktdata(**felt: Any) -> Punktdata:
    """Return what the form of a decision point gives."""
    i_dag = timezone.localdate()
    grunn = Punktdata(
        organ="kontrollutvalget",
        vedtatt=i_dag - timedelta(days=30),
        tekst="Kommunen skal registrere sluttmål for alle deltakere",
        tjeneste=Tjeneste.FLYKTNINGTJENESTEN,
        frist=i_dag + timedelta(days=30),
    )
    return replace(grunn, **felt)


def lag_punkt(av: Aktoer, **felt: Any) -> Vedtakspunkt:
    """Return a decision point of `av`'s municipality."""
    with kontekst(kontekst_for(av)):
        return actions.nytt_punkt(data=punktdata(**felt), innsending=uuid.uuid4(), av=av)
