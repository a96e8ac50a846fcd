"""The same request twice has one effect, and the same answer.

The key is taken in the transaction of what is done. A second request with it waits for the first: when that
has committed, it gets the answer that was stored; when it was rolled back, it does the work itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import OperationalError, connection, transaction
from django.http import HttpResponse
from django.utils.crypto import salted_hmac
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api.feil import KJENTE, ApiFeil, problem_for
from integrering.tilgang.api.models import Apisvar

HODE = "Idempotency-Key"
_NOEKKEL = re.compile(r"[\x21-\x7e]{1,100}")
_VENT = "10s"
_HUSKES = ("ETag", "Location")
_TA = """
    INSERT INTO tilgang_apisvar (bruker_id, noekkel, avtrykk, opprettet, hoder, innhold)
    VALUES (%s, %s, %s, now(), '{}', '') ON CONFLICT (bruker_id, noekkel) DO NOTHING RETURNING id
"""


def en_gang(request: Request, av: Aktoer, arbeid: Callable[[], Response]) -> HttpResponse:
    """Do the work if nobody has done it with this key, else answer what was answered.

    A no is remembered too: whoever has mended the request makes a new key.

    Raises:
        ApiFeil: no key; it was used for another request; another with it is not done.
    """
    noekkel = request.headers.get(HODE, "")
    if not _NOEKKEL.fullmatch(noekkel):
        raise ApiFeil(400, "uten_noekkel")
    merke = _avtrykk(request)
    _ = request.data  # what cannot be read at all uses up no key
    if (rad := _ta(noekkel, merke, av)) is None:
        return _gjenta(noekkel, merke, av)
    svar = _utfoer(arbeid)
    hoder = {navn: svar.headers[navn] for navn in _HUSKES if navn in svar.headers}
    Apisvar.objects.filter(pk=rad).update(status=svar.status_code, hoder=hoder, innhold=svar.content.decode())
    return svar


def _avtrykk(request: Request) -> str:
    """Return a fingerprint of what is asked. The key of the installation is in it: nobody can try values."""
    deler = (request.method, request.get_full_path(), request.headers.get("If-Match", ""))
    hva = "\n".join(deler).encode() + b"\n" + request.body
    return salted_hmac("integrering.tilgang.api", hva, algorithm="sha256").hexdigest()


def _ta(noekkel: str, merke: str, av: Aktoer) -> int | None:
    """Take the key and return its row; None when it is taken."""
    try:
        with connection.cursor() as peker:
            peker.execute("SELECT set_config('lock_timeout', %s, true)", [_VENT])
            peker.execute(_TA, [av.bruker_id, noekkel, merke])
            rad = peker.fetchone()
            peker.execute("SELECT set_config('lock_timeout', '0', true)")
    except OperationalError as feil:  # the first is not done yet
        raise ApiFeil(409, "under_arbeid", hoder={"Retry-After": "1"}) from feil
    return rad[0] if rad else None


def _gjenta(noekkel: str, merke: str, av: Aktoer) -> HttpResponse:
    gitt = Apisvar.objects.get(bruker_id=av.bruker_id, noekkel=noekkel)
    if gitt.avtrykk != merke:
        raise ApiFeil(422, "noekkel_brukt")
    assert gitt.status is not None  # noqa: S101 - it is written before the row is seen by others
    return _svar(gitt.innhold.encode(), gitt.status, {**gitt.hoder, "Idempotent-Replayed": "true"})


def _utfoer(arbeid: Callable[[], Response]) -> HttpResponse:
    """Do the work; a no undoes all of it but the key."""
    try:
        with transaction.atomic():
            svar = arbeid()
    except KJENTE as feil:
        svar = problem_for(feil)
        assert svar is not None  # noqa: S101 - these are the known ones
    hoder: dict[str, Any] = dict(svar.headers)
    return _svar(JSONRenderer().render(svar.data), svar.status_code, hoder)


def _svar(innhold: bytes, status: int, hoder: dict[str, str]) -> HttpResponse:
    typen = "application/json" if status < 400 else "application/problem+json"
    return HttpResponse(innhold, status=status, headers={**hoder, "Content-Type": typen})
