"""Reads of the demo: is it filled, or being filled."""

from __future__ import annotations

from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst

SLAG = "demo.fyll"


def foerste_jobb() -> Jobb | None:
    """Return the job that first filled the demo: the day it was drawn for stands in it."""
    return Jobb.objects.filter(slag=SLAG).order_by("opprettet").first()


def siste_jobb() -> Jobb | None:
    """Return the latest job that fills or filled the demo."""
    return Jobb.objects.filter(slag=SLAG).order_by("-opprettet").first()


def er_fylt() -> bool:
    """True when a job has filled the demo to the end."""
    return Jobb.objects.filter(slag=SLAG, tilstand=Tilstand.FERDIG).exists()


def har_personer() -> bool:
    """True when anyone is registered: then the demo adds nobody."""
    with kontekst(motor_kontekst()):
        return Person.objects.exists()
