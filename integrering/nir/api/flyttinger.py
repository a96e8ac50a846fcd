"""Moves: say that someone lives here now, and answer those who say it of ours."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from integrering.nir import actions
from integrering.nir.api.felles import gyldig
from integrering.nir.api.personer import meldt
from integrering.nir.api.serialisering import Flyttesvar, Flytting, Flyttinger, Meldt, NyFlytting
from integrering.nir.innsynssteder import API
from integrering.nir.models import Flyttesak, Person
from integrering.nir.queries import oversikt
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.api.visning import ApiVisning, Operasjon, Parameter, leser, skriver


def vis(sak: Flyttesak, person: Person | None) -> dict[str, Any]:
    """Return a move as it is answered: the person only to those who have them."""
    return {
        "id": sak.pk,
        "person": str(person.noekkel) if person else None,
        "til_kommune": sak.til_kommune.nummer,
        "fra": sak.fra.isoformat(),
        "meldt": sak.meldt.isoformat(),
        "tilstand": sak.tilstand,
        "grunn": sak.grunn,
    }


class AlleFlyttinger(ApiVisning):
    """The moves one has a part in, and new ones."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        if metode == "get":
            return Operasjon("flyttinger", "Les flyttingene dere har del i.", {200: Flyttinger})
        return Operasjon(
            "flytting_ny", "Si at en person som en annen kommune har, nå bor hos dere. Svaret er det samme"
            " enten nummeret finnes eller ikke.", {202: Meldt}, inn=NyFlytting,
        )  # fmt: skip

    @leser
    def get(self, request: Request) -> Response:
        """Return them, those that wait first."""
        saker = list(oversikt.flyttesaker())
        synlige = oversikt.synlige_personer(saker)
        return Response({"flyttinger": [vis(sak, synlige.get(sak.person_id)) for sak in saker]})

    @skriver
    def post(self, request: Request) -> Response:
        """Open a case for the county and the one that has the person."""
        inn = gyldig(NyFlytting, request.data)
        actions.meld_flytting(duf=inn["duf"], fra=inn["fra"], av=self.av)
        return meldt()


class SvarPaaFlytting(ApiVisning):
    """Answer a move of one's own person."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        sak = Parameter("sak_id", "Flyttingens nummer.", "path", int, paakrevd=True)
        return Operasjon(
            "flytting_svar", "Bekreft eller avvis at en av deres personer har flyttet.", {200: Flytting},
            inn=Flyttesvar, parametre=(sak,), nei=(404,),
        )  # fmt: skip

    @skriver
    def post(self, request: Request, sak_id: int) -> Response:
        """Decide. Afterwards the person may be another municipality's."""
        sak = oversikt.flyttesaker().filter(pk=sak_id).first()
        person = oversikt.synlige_personer([sak]).get(sak.person_id) if sak else None
        if sak is None or person is None:
            raise Http404
        registrer_innsyn(person_id=person.pk, av=self.av, hvor=API)
        svar = gyldig(Flyttesvar, request.data)
        actions.avgjoer_flyttesak(sak=sak, bekreft=svar["bekreft"], grunn=svar["grunn"], av=self.av)
        sak.tilstand = "bekreftet" if svar["bekreft"] else "avvist"
        sak.grunn = svar["grunn"].strip()
        return Response(vis(sak, person))
