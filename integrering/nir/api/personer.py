"""Persons: list, look up by DUF number, register."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from integrering.nir import actions
from integrering.nir.api.felles import (
    ANTALL,
    ETTER,
    NOEKKEL,
    antall_i,
    del_i_sider,
    gyldig,
    les_sted,
    med_feltnavn,
    person_for,
)
from integrering.nir.api.serialisering import Meldt, NyPerson, Oppslag, Person, Personside
from integrering.nir.faktatyper import OPPLYSNINGER
from integrering.nir.innsynssteder import API, API_UTTREKK
from integrering.nir.models import Person as Personen
from integrering.nir.queries.personer import personer
from integrering.tilgang.actions import registrer_innsyn, registrer_innsyn_i_mange
from integrering.tilgang.api.visning import ApiVisning, Operasjon, leser, skriver
from integrering.tilgang.models import Virksomhet


def vis(person: Personen) -> dict[str, Any]:
    """Return a person as it is answered."""
    vist: dict[str, Any] = Person(person).data
    return vist


class Personer(ApiVisning):
    """All persons of the municipality, and new ones."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        if metode == "get":
            return Operasjon(
                "personer", "Les kommunens personer, i den rekkefølgen de kom.", {200: Personside},
                parametre=(ETTER, ANTALL), nei=(422,),
            )  # fmt: skip
        return Operasjon(
            "person_ny", "Registrer en person som er bosatt i kommunen. 202: nummeret er i bruk et annet"
            " sted, og fylkeskommunen har fått saken.", {201: Person, 202: Meldt}, inn=NyPerson,
            hoder=("Location",),
        )  # fmt: skip

    @leser
    def get(self, request: Request) -> Response:
        """Return a page of persons."""
        antall = antall_i(request)
        rader = personer().filter(pk__gt=les_sted(request)).order_by("pk")[: antall + 1]
        side, neste = del_i_sider(list(rader), antall)
        registrer_innsyn_i_mange(person_ider=[p.pk for p in side], av=self.av, hvor=API_UTTREKK)
        return Response({"personer": [vis(p) for p in side], "neste": neste})

    @skriver
    def post(self, request: Request) -> Response:
        """Register a person. The answer is the same for one who lives elsewhere and one who is hidden."""
        inn = gyldig(NyPerson, request.data)
        kommune = Virksomhet.objects.get(pk=self.av.virksomhet_id)
        with med_feltnavn(OPPLYSNINGER, "opplysninger."):
            person = actions.registrer_person(
                duf=inn["duf"], kommune=kommune, fra=inn["fra"], opplysninger=inn["opplysninger"], av=self.av
            )
        if person is None:
            return meldt()
        adresse = reverse("api_person", args=[person.noekkel])
        return Response(vis(person), status=201, headers={"Location": adresse})


class EnPerson(ApiVisning):
    """One person."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon("person", "Les en person.", {200: Person}, parametre=(NOEKKEL,), nei=(404,))

    @leser
    def get(self, request: Request, noekkel: UUID) -> Response:
        """Return the person."""
        return Response(vis(person_for(noekkel, self.av)))


class Personoppslag(ApiVisning):
    """Find a person by DUF number. It is sent, not written in the address; nothing is changed."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon(
            "person_oppslag", "Finn en person på DUF-nummer. Trenger ikke Idempotency-Key: ingenting endres.",
            {200: Person}, inn=Oppslag, nei=(404,), endrer=False,
        )  # fmt: skip

    @leser
    def post(self, request: Request) -> Response:
        """Return the person; an unknown number and one of others are answered alike."""
        person = finn_paa_duf(gyldig(Oppslag, request.data)["duf"])
        if person is None:
            raise Http404
        registrer_innsyn(person_id=person.pk, av=self.av, hvor=API)
        return Response(vis(person))


def finn_paa_duf(duf: str) -> Personen | None:
    """Return the person with the number, if the one who asks can see them."""
    return personer().filter(duf=duf).first()


def meldt() -> Response:
    """Answer what tells nothing about the person."""
    melding = _("Er personen registrert i en annen kommune, har fylkeskommunen fått saken.")
    return Response({"melding": melding}, status=202)
