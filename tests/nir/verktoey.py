"""What the page tests share: logging in, reading past the wall, answers that are right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilgang.hjelp import inn

IDAG = date.today()


def dag(om: int) -> str:
    """Return a day seen from today, as people type it."""
    return f"{IDAG + timedelta(days=om):%d.%m.%Y}"


VEDTAK = {"vedtaksdato": dag(-20), "startdato": dag(-10)}
PERIODE = {"skole": "Prøve videregående skole", "fra": dag(-5), "til": dag(200), "timer_per_uke": "30"}


def bosatt_i_aar(**mer: Any) -> Person:
    """Return a person with grant years left."""
    return fabrikk.lag_person(bosatt_fra=IDAG - timedelta(days=100), **mer)


def logg_inn(rolle: Rolle = Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer: str = "", **mer: Any) -> Client:
    return inn(fabrikk.lag_bruker(rolle, nummer, **mer))


def alle(modell: Any) -> list[Any]:
    with kontekst(motor_kontekst()):
        return list(modell.objects.order_by("id"))


def ny(person: Person, slag: str) -> str:
    return reverse("fakta_ny", args=[person.noekkel, slag])
