"""One transaction per request, and in it the database knows who is asking."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from integrering.tilgang import queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api import ADRESSE as API
from integrering.tilgang.kontekst import kontekst, kontekst_for, merk_endringer

SESJONSNOEKKEL = "rolletildeling"
UTEN_ROLLE = (
    "logg_inn", "logg_ut", "velg_virksomhet", "spraak", "helse", "om", "glemt_passord", "nytt_passord",
    "invitasjon", "min_side",
)  # fmt: skip


class KontekstMiddleware:
    """Wrap the whole request, rendering too, in one transaction with the user's context.

    ATOMIC_REQUESTS would end before a TemplateResponse renders. A response of 500 or above rolls back.
    Someone with several roles chooses one first; someone with none is told so.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(
            API
        ):  # lets its own in, by their tokens; a session counts for nothing there
            return self.get_response(request)
        aktoer = queries.aktoer_for(request.user, request.session.get(SESJONSNOEKKEL))
        request.aktoer = aktoer  # type: ignore[attr-defined]
        if aktoer is None:
            if request.user.is_authenticated and not _fri(request.path):
                return redirect("velg_virksomhet")
            return self.get_response(request)
        svar = self._i_kontekst(request, aktoer)
        # a shared machine keeps nothing of what was seen
        svar.headers.setdefault("Cache-Control", "no-store, private")
        return svar

    def _i_kontekst(self, request: HttpRequest, aktoer: Aktoer) -> HttpResponseBase:
        with kontekst(kontekst_for(aktoer)):
            if request.method not in {"GET", "HEAD"}:
                merk_endringer(bruker_id=aktoer.bruker_id, navn=aktoer.navn, sti=request.path)
            svar = self.get_response(request)
            if svar.status_code >= 500:
                transaction.set_rollback(True)
            return svar


def _fri(sti: str) -> bool:
    """Return True for pages that need no role."""
    return sti.startswith(tuple(reverse(navn) for navn in UTEN_ROLLE))
