"""What each person has registered of the checklist, and what is missing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from integrering.nir import regeltekster
from integrering.nir.api.felles import (
    ANTALL,
    ETTER,
    NOEKKEL,
    antall_i,
    del_i_sider,
    les_sted,
    person_for,
)
from integrering.nir.api.serialisering import Status, Statusside
from integrering.nir.innsynssteder import API_UTTREKK
from integrering.nir.models import Person
from integrering.nir.queries.personer import personer
from integrering.nir.queries.registreringsstatus import statuser
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Celle, Personstatus
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.api.visning import ApiVisning, Operasjon, leser


def vis(person: Person, status: Personstatus | None) -> dict[str, Any]:
    """Return the status of a person; without cells when it is not computed yet."""
    celler = status.celler if status else {}
    return {
        "person": str(person.noekkel),
        "lov": status.kolonne.value if status and status.kolonne else None,
        "punkter": [_punkt(hva, celle) for hva, celle in celler.items()],
    }


def _punkt(hva: Registrering, celle: Celle) -> dict[str, Any]:
    return {
        "punkt": hva.value,
        "navn": regeltekster.registrering(hva),
        "tilstand": celle.tilstand.value,
        "frist": celle.frist.isoformat() if celle.frist else None,
        "dato": celle.dato.isoformat() if celle.dato else None,
        "grunn": celle.grunn,
    }


class StatusForPerson(ApiVisning):
    """The checklist of a person."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon(
            "person_status", "Les hva som er registrert og mangler om en person.", {200: Status},
            parametre=(NOEKKEL,), nei=(404,),
        )  # fmt: skip

    @leser
    def get(self, request: Request, /, noekkel: UUID) -> Response:
        """Return it."""
        person = person_for(noekkel, self.av)
        return Response(vis(person, statuser([person.pk]).get(person.pk)))


class StatusForAlle(ApiVisning):
    """The checklist of all persons of the municipality."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon(
            "status", "Les hva som er registrert og mangler om kommunens personer.", {200: Statusside},
            parametre=(ETTER, ANTALL), nei=(422,),
        )  # fmt: skip

    @leser
    def get(self, request: Request) -> Response:
        """Return a page, in the order the persons came."""
        antall = antall_i(request)
        rader = personer().filter(pk__gt=les_sted(request)).order_by("pk")[: antall + 1]
        side, neste = del_i_sider(list(rader), antall)
        ider = [person.pk for person in side]
        funnet = statuser(ider)
        registrer_innsyn_i_mange(person_ider=ider, av=self.av, hvor=API_UTTREKK)
        return Response({"statuser": [vis(p, funnet.get(p.pk)) for p in side], "neste": neste})
