"""A centre, its counsellor and a person who waits, for the tests of sessions."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import uuid4

from django.test import Client

from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from karriere import actions
from karriere.actions import Samtaledata
from karriere.models import Sak, Samtale, Senter
from tests.karriere.hjelp import (
    lag_sak,
    lag_senter,
    lag_veileder,
    om,
    samtaledata,
    som,
)
from tests.tilgang.hjelp import inn


def klient_for(av: Aktoer) -> Client:
    """Return a browser where this one is logged in."""
    return inn(Bruker.objects.get(pk=av.bruker_id))


def tid(dager: int, klokke: int = 10) -> datetime:
    """Return an hour of the day so many days from today."""
    return datetime.combine(om(dager), time(klokke), tzinfo=OSLO)


def data_for(senter: Senter, veileder: Aktoer, dager: int = 7, klokke: int = 10, **felt: Any) -> Samtaledata:
    """Return what a session at this hour is agreed from."""
    return samtaledata(senter, veileder, tid(dager, klokke), **felt)


class Verden:
    """A centre, its counsellor, and a person who waits."""

    def __init__(self) -> None:
        self.senter = lag_senter()
        self.veileder = lag_veileder(self.senter)
        self.sak = lag_sak()

    def avtal(self, sak: Sak | None = None, **felt: Any) -> Samtale:
        """Agree on a session."""
        with som(self.veileder) as av:
            data = data_for(self.senter, self.veileder, **felt)
            return actions.ny_samtale(data=data, saker=[sak or self.sak], innsending=uuid4(), av=av)

    def la_den_ha_vaert(self, samtale: Samtale) -> None:
        """Let a session have been yesterday."""
        with som(self.veileder):
            Samtale.objects.filter(pk=samtale.pk).update(start=tid(-1), slutt=tid(-1, 11))
        actions.samtale.regn_neste_samtale([self.sak.pk])

    def naa(self) -> Sak:
        """Return the case as it stands."""
        with kontekst(motor_kontekst()):
            return Sak.objects.get(pk=self.sak.pk)

    def hendelser(self) -> list[str]:
        """Return what has happened in the case."""
        with kontekst(motor_kontekst()):
            return list(self.sak.hendelser.values_list("hva", flat=True))
