"""Small functions that make applications and follow-up for tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from opplaering.actions.samarbeid import Avtaledata, Kontaktdata, registrer_avtale, registrer_kontakt
from opplaering.actions.soeknad import Oenske, Soeknadsdata, registrer_soeknad
from opplaering.models import Avtale, Samarbeidskontakt, Soeknad
from opplaering.rules.vgorett import skoleaar
from tests.opplaering.hjelp import I_DAG, koordinator

MOTTATT = I_DAG - timedelta(days=60)
GJORT_FOR_SIDEN = I_DAG - timedelta(days=30)


def soeknadsdata(**felt: Any) -> Soeknadsdata:
    """Return what the form gives: an adult with grunnskole and no competence, who wants to be a carpenter."""
    grunn = Soeknadsdata(
        mottatt=MOTTATT,
        gruppe="voksen",
        skoleaar=skoleaar(MOTTATT) + 1,
        oensker=(Oenske("yrkeskompetanse", "bygg", "Tømrer"),),
        grunnskole=True,
        utland_vgo=False,
        kompetanse=False,
    )
    return replace(grunn, **felt)


def lag_soeknad(person: Person, av: Aktoer | None = None, **felt: Any) -> Soeknad:
    """Return an application of a person, registered by the county."""
    hvem = av or koordinator()
    with kontekst(kontekst_for(hvem)):
        return registrer_soeknad(person=person, data=soeknadsdata(**felt), innsending=uuid.uuid4(), av=hvem)


def avtaledata(**felt: Any) -> Avtaledata:
    """Return what the form gives: the municipality finds an internship, within a week."""
    grunn = Avtaledata(
        dato=GJORT_FOR_SIDEN, hva="Finne praksisplass", ansvar="kommune", frist=I_DAG + timedelta(days=7)
    )
    return replace(grunn, **felt)


def lag_avtale(person: Person, av: Aktoer | None = None, **felt: Any) -> Avtale:
    """Return an agreement about a person, registered by the county."""
    hvem = av or koordinator()
    with kontekst(kontekst_for(hvem)):
        return registrer_avtale(person=person, data=avtaledata(**felt), av=hvem)


def lag_kontakt(person: Person, av: Aktoer | None = None, **felt: Any) -> Samarbeidskontakt:
    """Return a contact of a person, registered by the county."""
    hvem = av or koordinator()
    data = replace(Kontaktdata(part="skole", navn="Kari Kontakt", telefon="73 00 00 00"), **felt)
    with kontekst(kontekst_for(hvem)):
        return registrer_kontakt(person=person, data=data, av=hvem)


def om(dager: int) -> date:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=dager)
