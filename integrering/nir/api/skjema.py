"""The description of the API (OpenAPI), made from the addresses themselves; kept in docs/openapi.yaml."""

from __future__ import annotations

from typing import Any

import yaml
from django.urls import include, path
from django.utils.translation import override
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from integrering.nir.api.serialisering import Enkeltfeil, Strengt
from integrering.tilgang.api.feil import INNHOLDSTYPE
from integrering.tilgang.api.idempotens import HODE
from integrering.tilgang.api.visning import Operasjon

FIL = "docs/openapi.yaml"
_ALLTID = (401, 405, 429)
_MED_INNHOLD = (400, 403, 413, 415, 422)
_HVA = {
    400: "Innholdet er ikke gyldig JSON, eller Idempotency-Key mangler.",
    401: "Tokenet mangler, er feil, er trukket tilbake eller har gått ut.",
    403: "Fagsystemet har ikke tilgang til dette.",
    404: "Finnes ikke, eller er ikke hos dere. Svaret er det samme.",
    405: "Adressen svarer ikke på denne metoden.",
    409: "En forespørsel med samme Idempotency-Key er under arbeid.",
    412: "Registreringen er endret siden. «naa» er slik den er nå.",
    413: "Forespørselen er for stor.",
    415: "Innholdet er ikke application/json.",
    422: "Avvist. «feil» sier hva som er galt med hvilket felt.",
    428: "If-Match mangler.",
    429: "For mange forespørsler. Vent så lenge Retry-After sier.",
}
_HODER = {"ETag": "Versjonen, til If-Match.", "Location": "Adressen til det som ble laget."}


class Skjema(AutoSchema):
    """Reads what each address says of itself (`ApiVisning.operasjon`)."""

    @property
    def _gjoer(self) -> Operasjon:
        beskrevet: Operasjon = self.view.operasjon(self.method.lower())
        return beskrevet

    def get_operation_id(self) -> str:
        """Return its name."""
        return self._gjoer.navn

    def get_summary(self) -> str:
        """Return what it does."""
        return self._gjoer.hva

    def get_description(self) -> str:
        """Return nothing: the summary is enough."""
        return ""

    def get_tags(self) -> list[str]:
        """Return the heading it stands under: the page of the kind, else the first part of the address."""
        slag = getattr(self.view, "slag", None)
        return [slag.gruppe.value] if slag else list(super().get_tags())

    def get_auth(self) -> list[dict[str, list[str]]]:
        """Return nothing: how one gets in is said once for all."""
        return []

    def get_request_serializer(self) -> Any:
        """Return what is sent."""
        return self._gjoer.inn

    def get_response_serializers(self) -> Any:
        """Return what is answered when it goes well."""
        return dict(self._gjoer.svar)

    def get_override_parameters(self) -> list[OpenApiParameter]:
        """Return the parameters, and the headers of the answers."""
        inn = [
            OpenApiParameter(p.navn, p.type_, p.sted, required=p.paakrevd, description=p.hva)
            for p in self._gjoer.parametre
        ]
        if self.method != "GET" and self._gjoer.endrer:
            hva = "Ny for hver forespørsel. Den samme på nytt gir samme svar og gjør ingenting."
            moenster = {"type": "string", "pattern": "^[!-~]{1,100}$"}
            inn.append(OpenApiParameter(HODE, moenster, "header", required=True, description=hva))
        koder = [kode for kode in self._gjoer.svar if kode < 202]
        ut = [
            OpenApiParameter(h, str, "header", response=koder, description=_HODER[h])
            for h in self._gjoer.hoder
        ]
        return inn + ut

    def get_operation(self, *args: Any) -> Any:
        """Return the description, with the noes all have and its own."""
        beskrevet = super().get_operation(*args)
        gjoer = self._gjoer
        nei = {*_ALLTID, *gjoer.nei}
        if self.method != "GET":
            nei |= {*_MED_INNHOLD} | ({409} if gjoer.endrer else set())
        for kode in sorted(nei):
            beskrevet["responses"][str(kode)] = {"$ref": f"#/components/responses/Nei{kode}"}
        return beskrevet

    def _is_list_view(self, serializer: Any = None) -> bool:
        return False

    def _map_basic_serializer(self, serializer: Any, direction: str) -> dict[str, Any]:
        skjema: dict[str, Any] = super()._map_basic_serializer(serializer, direction)
        skjema.pop("description", None)
        for felt in skjema.get("properties", {}).values():
            felt.pop("x-spec-enum-id", None)
        if isinstance(serializer, Strengt):
            skjema["additionalProperties"] = False
        return skjema


class _Timer(OpenApiSerializerFieldExtension):
    """Hours."""

    target_class = "integrering.nir.api.felt.Timer"

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        """Return a number with its bounds."""
        return {"type": "number", "minimum": 0, "maximum": self.target.mest}


class _Nummer(OpenApiSerializerFieldExtension):
    """A municipality or a county."""

    target_class = "integrering.nir.api.felt.Virksomhetsnummer"

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        """Return text of the right length."""
        antall = 4 if self.target.type_ == "kommune" else 2
        return {"type": "string", "pattern": f"^[0-9]{{{antall}}}$"}


class _Moenster(OpenApiSerializerFieldExtension):
    """Text of a certain form."""

    target_class = "integrering.nir.api.felt.Moensterfelt"

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        """Return text with its form; that it may be empty is added elsewhere."""
        return {"type": "string", "pattern": f"^{self.target.moenster}$"}


def ferdigstill(result: dict[str, Any], **_mer: Any) -> dict[str, Any]:
    """Add what is the same for all: how one gets in, and the noes."""
    deler = result["components"]
    deler["securitySchemes"] = {
        "token": {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "«Token », fulgt av tokenet.",
        }
    }
    result["security"] = [{"token": []}]
    deler["parameters"] = _felles_parametre(result["paths"])
    deler["schemas"]["Problem"] = _problem()
    deler["schemas"] = dict(sorted(deler["schemas"].items()))
    deler["responses"] = {f"Nei{kode}": _nei(kode, hva) for kode, hva in _HVA.items()}
    return result


def _felles_parametre(adresser: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the parameters by name, each once, and let the addresses point to them."""
    felles: dict[str, Any] = {}
    for operasjon in (o for metoder in adresser.values() for o in metoder.values()):
        if egne := {p["name"]: p for p in operasjon.get("parameters", ())}:
            felles |= egne
            operasjon["parameters"] = [{"$ref": f"#/components/parameters/{navn}"} for navn in egne]
    return felles


def _nei(kode: int, hva: str) -> dict[str, Any]:
    svar: dict[str, Any] = {
        "description": hva,
        "content": {INNHOLDSTYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    tekst, tall = {"schema": {"type": "string"}}, {"schema": {"type": "integer"}}
    hoder = {401: {"WWW-Authenticate": tekst}, 412: {"ETag": tekst}, 429: {"Retry-After": tall}}
    return svar | ({"headers": hoder[kode]} if kode in hoder else {})


def _problem() -> dict[str, Any]:
    feil = {navn: {"type": "string"} for navn in Enkeltfeil().fields}
    return {
        "type": "object",
        "properties": {
            "type": {"type": "string", "description": "Koden for feilen: urn:integrering:…"},
            "title": {"type": "string", "description": "Hva som er galt, og hva dere kan gjøre."},
            "status": {"type": "integer"},
            "feil": {
                "type": "array",
                "items": {"type": "object", "properties": feil, "required": list(feil)},
            },
            "naa": {
                "type": "object",
                "additionalProperties": True,
                "description": "Registreringen nå (412).",
            },
        },
        "required": ["type", "title", "status"],
        "additionalProperties": False,
    }


def som_yaml() -> str:
    """Return the description as the file has it."""
    from integrering.nir.api.urls import beskrevne

    with override("nb"):
        adresser = [path("api/v1/", include(beskrevne))]
        skjema = SchemaGenerator(patterns=adresser).get_schema(public=True)
    tekst: str = yaml.safe_dump(skjema, allow_unicode=True, sort_keys=False, width=110)
    return tekst
