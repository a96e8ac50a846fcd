"""A professional system that asks, and the values of registrations as it sends them."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.test import Client

from integrering.nir.models import Person
from integrering.tilgang.api import actions
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from tests import fabrikk

ROT = "/api/v1/"


def lag_token(nummer: str = fabrikk.TRONDHEIM, navn: str = "Prøvefag") -> str:
    """Return the token of a new client, made by the municipality's administrator."""
    av = fabrikk.lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR, nummer)
    siste_dag = date.today() + timedelta(days=30)
    with kontekst(kontekst_for(av)):
        return actions.lag_apiklient(
            virksomhet=fabrikk.virksomhet(nummer), navn=navn, siste_dag=siste_dag, av=av
        )[1]


@dataclass
class Fagsystem:
    """A professional system with its token; each change has a key of its own unless one is given."""

    token: str
    klient: Client = field(default_factory=Client)

    def les(self, sti: str, **spoer: Any) -> Any:
        """GET."""
        return self.klient.get(ROT + sti, spoer, headers=self._hoder())

    def send(
        self, sti: str, innhold: Any, *, noekkel: str = "", versjon: Any = None, metode: str = "post"
    ) -> Any:
        """POST or PUT."""
        hoder = {"Idempotency-Key": noekkel or uuid.uuid4().hex}
        if versjon is not None:
            hoder["If-Match"] = f'"{versjon}"'
        return getattr(self.klient, metode)(
            ROT + sti, json.dumps(innhold), "application/json", headers=self._hoder() | hoder
        )

    def rett(self, sti: str, innhold: Any, *, versjon: Any = None, noekkel: str = "") -> Any:
        """PUT."""
        return self.send(sti, innhold, noekkel=noekkel, versjon=versjon, metode="put")

    def _hoder(self) -> dict[str, str]:
        return {"Authorization": f"Token {self.token}"} if self.token else {}


def som_json(verdier: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a registration as they are sent and answered."""

    def en(verdi: Any) -> Any:
        match verdi:
            case date():
                return verdi.isoformat()
            case Decimal():
                return float(verdi)
            case Virksomhet():
                return verdi.nummer
        return verdi

    return {navn: en(verdi) for navn, verdi in verdier.items()}


def felt_i(svar: Any) -> dict[str, str]:
    """Return what a no says of each field."""
    assert svar.headers["Content-Type"] == "application/problem+json", svar.content
    return {feil["felt"]: feil["melding"] for feil in svar.json()["feil"]}


def vedtak(person: Person) -> str:
    """Return the address of a person's vedtak."""
    return f"personer/{person.noekkel}/vedtak/"


def en_dag(siden: int = 10) -> dict[str, Any]:
    """Return a vedtak of so many days ago."""
    dag = (date.today() - timedelta(days=siden)).isoformat()
    return {"verdier": {"vedtaksdato": dag, "startdato": dag}}
