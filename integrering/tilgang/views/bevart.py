"""Doors for what was posted without a login, or with a token that has been renewed."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from integrering.tilgang import bevaring, queries
from integrering.tilgang.bevaring import Bevart
from integrering.tilgang.forms import LoggInnSkjema


class BevarMiddleware:
    """Answer a form that was posted without a login with a login page that carries it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        svar = self.get_response(request)
        til_innlogging = svar.status_code == 302 and svar.headers.get("Location", "").startswith(
            reverse(settings.LOGIN_URL)
        )
        if request.method == "POST" and til_innlogging and not request.user.is_authenticated:
            bevart = bevaring.bevar(request)
            return be_om_innlogging(request, bevaring.pakk(bevart), bevart) if bevart else svar
        return svar


def uten_merke(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is not the present one: the user's own is offered again, others are refused.

    The token is renewed at every login, so a form in another tab has the former one.
    """
    if not _fra_oss(request):
        return _avvist(request)
    pakket = request.POST.get("bevart", "") if request.path == reverse(settings.LOGIN_URL) else ""
    bevart = bevaring.pakk_opp(pakket) if pakket else bevaring.bevar(request)
    if bevart is None:
        return _avvist(request)
    if not request.user.is_authenticated:
        return be_om_innlogging(request, bevaring.pakk(bevart), bevart)
    return (
        send_paa_nytt(request, bevart, status=403)
        if bevart.bruker_id == request.user.pk
        else _avvist(request)
    )


def be_om_innlogging(request: HttpRequest, pakket: str, bevart: Bevart) -> HttpResponse:
    """Show the login page with what was typed inside it."""
    innhold = {
        "skjema": LoggInnSkjema(request, initial={"bevart": pakket}),
        "bevart": bevart,
        "demobrukere": queries.demobrukere(),
    }
    # htmx shows no answer above 400: let it swap the whole page
    htmx = bool(request.headers.get("HX-Request"))
    svar = render(request, "tilgang/logg_inn.html", innhold, status=200 if htmx else 401)
    svar.headers["WWW-Authenticate" if not htmx else "HX-Retarget"] = (
        'Skjema realm="integrering"' if not htmx else "body"
    )
    add_never_cache_headers(svar)
    return svar


def send_paa_nytt(request: HttpRequest, bevart: Bevart, *, status: int = 200) -> HttpResponse:
    """Show what was typed in a form that sends it as it was, with a fresh token."""
    svar = render(request, "tilgang/send_paa_nytt.html", {"bevart": bevart}, status=status)
    add_never_cache_headers(svar)
    return svar


def _fra_oss(request: HttpRequest) -> bool:
    """Return True when the browser says that the form stood on one of our own pages."""
    vaar = f"{request.scheme}://{request.get_host()}"
    sted = request.headers.get("Sec-Fetch-Site")
    if sted is not None:
        return sted == "same-origin"
    return request.headers.get("Origin") == vaar


def _avvist(request: HttpRequest) -> HttpResponse:
    return render(request, "403_csrf.html", status=403)
