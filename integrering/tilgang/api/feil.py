"""What the API answers when it says no: one form for all (RFC 9457), in bokmål, naming the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views import defaults
from rest_framework import exceptions
from rest_framework.response import Response

from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.tilgang.api import ADRESSE

INNHOLDSTYPE = "application/problem+json"
Feltfeil = list[dict[str, str]]


class ApiFeil(Exception):
    """A no with its status and code; `mer` is what else the answer tells, `hoder` its headers."""

    def __init__(self, status: int, kode: str, *, hoder: Mapping[str, str] | None = None, **mer: Any) -> None:
        super().__init__(kode)
        self.status, self.kode, self.mer, self.hoder = status, kode, mer, dict(hoder or {})


# What an action, a serializer or the framework may raise and the caller can mend.
KJENTE = (ApiFeil, Regelbrudd, PermissionDenied, Http404, RequestDataTooBig, exceptions.APIException)


def _tittel(kode: str) -> str:
    return {
        "ugyldig_json": _("Innholdet er ikke gyldig JSON."),
        "uten_noekkel": _("Forespørselen mangler Idempotency-Key: 1–100 tegn uten mellomrom."),
        "ikke_innlogget": _("Tokenet mangler, er feil, er trukket tilbake eller har gått ut."),
        "ikke_tilgang": _("Fagsystemet har ikke tilgang til dette."),
        "finnes_ikke": _("Finnes ikke, eller er ikke hos dere."),
        "metode": _("Adressen svarer ikke på denne metoden."),
        "under_arbeid": _("En forespørsel med samme Idempotency-Key er under arbeid. Prøv igjen."),
        "utdatert": _("Registreringen er endret etter versjonen i If-Match. Se «naa», og prøv igjen."),
        "for_stort": _("Forespørselen er for stor. Del den opp."),
        "innholdstype": _("Send application/json."),
        "avvist": _("Forespørselen er avvist. Se «feil»."),
        "noekkel_brukt": _("Idempotency-Key er brukt til en annen forespørsel. Lag en ny nøkkel."),
        "uten_versjon": _("Forespørselen mangler If-Match med versjonen dere endrer."),
        "for_mange": _("For mange forespørsler. Vent så lenge Retry-After sier."),
        "uventet": _("Noe gikk galt hos oss. Ingenting er lagret. Prøv igjen med samme nøkkel."),
    }[kode]


def problem(
    status: int,
    kode: str,
    *,
    feil: Feltfeil | None = None,
    hoder: Mapping[str, str] | None = None,
    **mer: Any,
) -> Response:
    """Return the answer: a code for programs, a sentence for people, and what is wrong with which field."""
    return Response(
        _innhold(status, kode) | ({"feil": feil} if feil is not None else {}) | mer,
        status=status,
        headers=dict(hoder or {}),
        content_type=INNHOLDSTYPE,
    )


def _innhold(status: int, kode: str) -> dict[str, Any]:
    return {"type": f"urn:integrering:{kode}", "title": _tittel(kode), "status": status}


def problem_for(feil: BaseException) -> Response | None:
    """Return the answer to what was raised; None for what nobody expected."""
    match feil:
        case ApiFeil():
            return problem(feil.status, feil.kode, hoder=feil.hoder, **feil.mer)
        case Regelbrudd():
            return problem(422, "avvist", feil=regelbrudd(feil))
        case Http404() | exceptions.NotFound():
            return problem(404, "finnes_ikke")
        case RequestDataTooBig():
            return problem(413, "for_stort")
        case exceptions.ValidationError():
            return problem(422, "avvist", feil=feltfeil(feil))
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return problem(401, "ikke_innlogget", hoder={"WWW-Authenticate": 'Token realm="api"'})
        case PermissionDenied() | exceptions.PermissionDenied():
            return problem(403, "ikke_tilgang")
        case exceptions.ParseError():
            return problem(400, "ugyldig_json")
        case exceptions.MethodNotAllowed():
            return problem(405, "metode")
        case exceptions.UnsupportedMediaType():
            return problem(415, "innholdstype")
        case exceptions.Throttled():
            return problem(429, "for_mange", hoder={"Retry-After": str(int(feil.wait or 1))})
    return None


def regelbrudd(brudd: Regelbrudd) -> Feltfeil:
    """Return what an action refused, each with its field."""
    return [{"felt": felt, "melding": t} for felt, tekster in brudd.meldinger.items() for t in tekster]


def feltfeil(feil: exceptions.ValidationError) -> Feltfeil:
    """Return what a serializer refused, each with the path of its field («verdier.startdato»)."""
    return list(_flate(feil.detail))


def _flate(detalj: Any, sti: str = "") -> Iterator[dict[str, str]]:
    if isinstance(detalj, Mapping):
        for navn, under in detalj.items():
            yield from _flate(under, _ledd(sti, "" if navn == "non_field_errors" else str(navn)))
    elif isinstance(detalj, list):
        for nr, under in enumerate(detalj):
            yield from _flate(under, _ledd(sti, str(nr)) if isinstance(under, Mapping) else sti)
    else:
        yield {"felt": sti or HELE, "melding": str(detalj)}


def _ledd(sti: str, navn: str) -> str:
    return ".".join(del_ for del_ in (sti, navn) if del_)


def uventet(request: HttpRequest) -> HttpResponse:
    """Answer what nobody expected: a program gets what it can read, people the page. Nothing leaks."""
    if not request.path.startswith(ADRESSE):
        return defaults.server_error(request)
    with override("nb"):
        return JsonResponse(_innhold(500, "uventet"), status=500, content_type=INNHOLDSTYPE)
