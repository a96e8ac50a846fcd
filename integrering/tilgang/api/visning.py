"""The base of every address of the API: a token, its context, its limits, and one form of every no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import override
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import JSONParser
from rest_framework.permissions import BasePermission
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api.feil import problem_for
from integrering.tilgang.api.idempotens import en_gang
from integrering.tilgang.api.innslipp import Innslipp, slipp_inn
from integrering.tilgang.kontekst import kontekst, kontekst_for

P = ParamSpec("P")
V = TypeVar("V", bound="ApiVisning")
Metode = Callable[Concatenate[V, Request, P], Response]


class Token(BaseAuthentication):
    """`Authorization: Token …`. A session counts for nothing here."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, Innslipp] | None:
        """Return the client; None without a token. Raises AuthenticationFailed for one that is wrong."""
        deler = request.headers.get("Authorization", "").split()
        if not deler:
            return None
        inn = slipp_inn(deler[1]) if len(deler) == 2 and deler[0].lower() == "token" else None
        if inn is None:
            raise AuthenticationFailed
        return AnonymousUser(), inn

    def authenticate_header(self, request: Request) -> str:
        """Say how one gets in."""
        return 'Token realm="api"'


class HarToken(BasePermission):
    """Only those who are let in."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Return True for a client."""
        return isinstance(request.auth, Innslipp)


class PerKlient(BaseThrottle):
    """So many requests a minute of one client, counted in the database: all processes count together."""

    def __init__(self) -> None:
        self._vent = 0

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Return False for the one too many."""
        self._vent = request.auth.sekunder_igjen
        return bool(request.auth.antall <= settings.API_PER_MINUTT)

    def wait(self) -> int:
        """Return how many seconds are left of the minute."""
        return self._vent


class BareJson(BaseContentNegotiation):
    """The answer is JSON, whatever is asked for."""

    def select_parser(self, request: Request, parsers: list[Any]) -> Any:
        """Return the reader of what is sent as JSON; None for all else."""
        typen = (request.content_type or "").split(";")[0].strip().lower()
        return next((p for p in parsers if p.media_type == typen), None)

    def select_renderer(self, request: Request, renderers: list[Any], format_suffix: Any = None) -> Any:
        """Return the only writer."""
        return renderers[0], renderers[0].media_type


class JsonLeser(JSONParser):
    """JSON, and a no to what is nested without end."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """Return what is sent. Raises ParseError."""
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as feil:
            raise ParseError from feil


@dataclass(frozen=True)
class Parameter:
    """A parameter of the address or a header, for the description of the API."""

    navn: str
    hva: str
    sted: str = "query"
    type_: Any = str
    paakrevd: bool = False


@dataclass(frozen=True)
class Operasjon:
    """What a method of an address does, for the description of the API.

    Attributes:
        navn: unique name of the operation.
        hva: one sentence.
        svar: status → the serializer of what is answered.
        inn: the serializer of what is sent.
        nei: the codes of its own that it may say no with, besides those all have.
        hoder: names of the headers of its answers.
        endrer: it asks for an Idempotency-Key, when it is no GET.
    """

    navn: str
    hva: str
    svar: Mapping[int, Any]
    inn: Any = None
    parametre: tuple[Parameter, ...] = ()
    nei: tuple[int, ...] = ()
    hoder: tuple[str, ...] = ()
    endrer: bool = True


class ApiVisning(APIView):
    """An address of the API. Each method is wrapped in `leser` or `skriver`, which open the context."""

    authentication_classes = (Token,)
    permission_classes = (HarToken,)
    throttle_classes = (PerKlient,)
    content_negotiation_class = BareJson
    parser_classes = (JsonLeser,)
    renderer_classes = (JSONRenderer,)
    http_method_names = ["get", "head", "post", "put"]

    def operasjon(self, metode: str) -> Operasjon:
        """Return what a method does, for the description of the API."""
        raise NotImplementedError

    @property
    def av(self) -> Aktoer:
        """Who asks."""
        inn: Innslipp = self.request.auth
        return inn.av

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer in bokmål; nothing of it is kept on the way."""
        with override("nb"):
            svar: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        svar.headers["Content-Language"] = "nb"
        svar.headers["Cache-Control"] = "no-store, private"
        return svar

    def handle_exception(self, feil: Exception) -> Response:
        """Answer what the caller can mend; what nobody expected is the server's."""
        svar = problem_for(feil)
        if svar is None:
            raise feil
        svar.exception = True
        return svar


def leser(metode: Metode[V, P]) -> Callable[Concatenate[V, Request, P], Response]:
    """Run a method that reads, in the client's context."""

    @wraps(metode)
    def inn(visning: V, request: Request, /, *args: P.args, **kwargs: P.kwargs) -> Response:
        with kontekst(kontekst_for(visning.av)):
            return metode(visning, request, *args, **kwargs)

    return inn


def skriver(metode: Metode[V, P]) -> Callable[Concatenate[V, Request, P], HttpResponseBase]:
    """Run a method that changes something, in the client's context, once for each Idempotency-Key."""

    @wraps(metode)
    def inn(visning: V, request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        with kontekst(kontekst_for(visning.av)):
            return en_gang(request, visning.av, lambda: metode(visning, request, *args, **kwargs))

    return inn
