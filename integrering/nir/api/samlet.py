"""Many registrations at a time: each is kept or refused for itself, and its fate is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir import actions
from integrering.nir.api.felles import gyldig, med_feltnavn
from integrering.nir.api.personer import finn_paa_duf
from integrering.nir.api.serialisering import EnAvMange, Mange, Skjebner, verdier_for
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.hendelser import samlet
from integrering.nir.innsynssteder import API
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.nir.queries.registrerte import finn_lik
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.api.feil import feltfeil, regelbrudd
from integrering.tilgang.api.visning import ApiVisning, Operasjon, skriver


class Samlet(ApiVisning):
    """Register many."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon(
            "registrer_mange", "Registrer opptil 200 på en gang. Hver tas inn eller avvises for seg; det som"
            " alt er registrert likt, er «uendret».", {200: Skjebner}, inn=Mange,
        )  # fmt: skip

    @skriver
    def post(self, request: Request) -> Response:
        """Register those that can be."""
        rader = gyldig(Mange, request.data)["registreringer"]
        self.sett: set[int] = set()
        with samlet():
            resultat = [{"nr": nr, **self._en(rad)} for nr, rad in enumerate(rader)]
        registrer_innsyn_i_mange(person_ider=self.sett, av=self.av, hvor=API)
        antall = Counter(str(r["utfall"]) for r in resultat)
        return Response(
            {utfall: antall[utfall] for utfall in ("registrert", "uendret", "avvist")}
            | {"resultat": resultat}
        )

    def _en(self, rad: Any) -> dict[str, Any]:
        """Return what became of one; what is refused leaves nothing behind."""
        try:
            with transaction.atomic():
                return self._registrer(gyldig(EnAvMange, rad))
        except ValidationError as feil:
            return _avvist(feltfeil(feil))
        except Regelbrudd as brudd:
            return _avvist(regelbrudd(brudd))

    def _registrer(self, rad: Mapping[str, Any]) -> dict[str, Any]:
        slag, person = FAKTATYPER[rad["slag"]], self._person(rad)
        verdier = _verdier(slag, rad["verdier"])
        lik = finn_lik(slag, person, verdier)
        if lik is None:
            with med_feltnavn(slag):
                ny = actions.registrer(slag=slag, person=person, verdier=verdier, av=self.av)
        rad_ = lik or ny
        return {
            "utfall": "uendret" if lik else "registrert",
            "registrering": str(rad_.registrering_id),
            "versjon": rad_.pk,
            "feil": [],
        }

    def _person(self, rad: Mapping[str, Any]) -> Person:
        """Return whom it is about; a number of others is refused as one nobody has."""
        noekkel, duf = rad.get("person"), rad.get("duf")
        if bool(noekkel) == bool(duf):
            raise Regelbrudd({"person": [_("Send enten «person» eller «duf».")]})
        person = finn_person(noekkel) if isinstance(noekkel, UUID) else finn_paa_duf(str(duf))
        if person is None:
            felt = "person" if noekkel else "duf"
            raise Regelbrudd({felt: [_("Personen finnes ikke, eller er ikke hos dere.")]})
        self.sett.add(person.pk)
        return person


def _verdier(slag: Faktatype, raa: Any) -> dict[str, Any]:
    try:
        return gyldig(verdier_for(slag), raa)
    except ValidationError as feil:
        raise ValidationError({"verdier": feil.detail}) from feil


def _avvist(feil: list[dict[str, str]]) -> dict[str, Any]:
    return {"utfall": "avvist", "registrering": None, "versjon": None, "feil": feil}
