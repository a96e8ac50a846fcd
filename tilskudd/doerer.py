"""Who comes in to the grant pages, and what the others are told."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang.doerer import Visning, aktoer_i
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from tilskudd.roller import BOKKONTROLLERER, SATSVEDTAR

P = ParamSpec("P")
BEREGNER = (Rolle.TILSKUDDSRAADGIVER,)
GODKJENNER = (Rolle.TILSKUDDSGODKJENNER,)
SATSEIER = (Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR)
UTBETALER = (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER)
FORKASTER = (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER)


def for_fylket(*roller: Rolle) -> Callable[[Visning[P]], Visning[P]]:
    """Let in the county's users; with roles, only those. Others get the login page or a 403 that says who."""

    def pakk(visning: Visning[P]) -> Visning[P]:
        @wraps(visning)
        def inn(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            aktoer = aktoer_i(request)
            if aktoer.rolle not in FYLKESROLLER:
                raise IkkeTilgang(
                    _("Tilskuddssidene er for fylkeskommunen. Spør fylkeskommunen om tilskuddet.")
                )
            if roller and not aktoer.har(*roller):
                raise IkkeTilgang(_hvem_kan(roller))
            return visning(request, *args, **kwargs)

        return inn

    return pakk


def _hvem_kan(roller: tuple[Rolle, ...]) -> str:
    if roller == GODKJENNER:
        return _("Bare tilskuddsgodkjennere kan gjøre dette.")
    if roller == BEREGNER:
        return _("Bare tilskuddsrådgivere kan gjøre dette.")
    if roller == SATSEIER:
        return _("Bare tilskuddsrådgivere og administratorer kan endre satser.")
    if roller == BOKKONTROLLERER:
        return _("Bare tilskuddsrådgivere, tilskuddsgodkjennere og administratorer kan kontrollere bøkene.")
    if roller == SATSVEDTAR:
        return _("Bare tilskuddsrådgivere, tilskuddsgodkjennere og administratorer kan vedta satser.")
    return _("Bare tilskuddsrådgivere og tilskuddsgodkjennere kan gjøre dette.")
