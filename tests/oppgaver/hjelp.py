"""What the tests of the queue share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from integrering.nir.models import Person
from integrering.oppgaver.actions import Valgt, oppdater_kilde
from integrering.oppgaver.models import Oppgave, Oppgavehendelse
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from tests import fabrikk
from tests.tilgang.hjelp import inn

IDAG = timezone.localdate()


def om(dager: int) -> date:
    """Return a day seen from today."""
    return IDAG + timedelta(days=dager)


def skrevet(dag: date) -> str:
    """Return a date as people type it."""
    return f"{dag:%d.%m.%Y}"


def person(bosatt: int = -120, **mer: Any) -> Person:
    """Return a person whose vedtak is late (settled 120 days ago), with a task for it."""
    ny = fabrikk.lag_person(bosatt_fra=om(bosatt), tillatelse_dato=om(bosatt - 30), **mer)
    oppdater_kilde("nir", [ny.pk])
    return ny


def oppgaver(hvem: Person | None = None, **filter_: Any) -> list[Oppgave]:
    """Return tasks as they are, whoever may see them."""
    with kontekst(motor_kontekst()):
        alle = Oppgave.objects.filter(**filter_).select_related("virksomhet", "ansvarlig").order_by("id")
        return list(alle.filter(person=hvem) if hvem else alle)


def aapne(hvem: Person | None = None, **filter_: Any) -> list[str]:
    """Return the rules of the open tasks about what releases the grant (source «nir»)."""
    return [o.regel for o in oppgaver(hvem, lukket__isnull=True, **{"kilde": "nir"} | filter_)]


def en(hvem: Person, **filter_: Any) -> Oppgave:
    """Return the person's only open task about what releases the grant."""
    (oppgave,) = oppgaver(hvem, lukket__isnull=True, **{"kilde": "nir"} | filter_)
    return oppgave


def hendelser(oppgave: Oppgave) -> list[str]:
    """Return what happened to a task, oldest first."""
    with kontekst(motor_kontekst()):
        rader = Oppgavehendelse.objects.filter(oppgave=oppgave).order_by("id")
        return [str(slag) for slag in rader.values_list("slag", flat=True)]


def valgt(*rader: Oppgave) -> list[Valgt]:
    """Return the tasks as someone saw them."""
    return [Valgt(o.noekkel, o.versjon) for o in rader]


def innlogget(av: Aktoer) -> Client:
    """Return the browser of one who acts."""
    return inn(Bruker.objects.get(pk=av.bruker_id))


def les(klient: Client, adresse: str = "/") -> str:
    """Return the main part of a page."""
    return hoveddel(klient.get(adresse).content.decode())


def hoveddel(tekst: str) -> str:
    """Return what stands in main."""
    return tekst[tekst.index("<main") : tekst.index("</main>")]


def ider(rader: Iterable[Oppgave]) -> set[int]:
    """Return their numbers."""
    return {o.pk for o in rader}
