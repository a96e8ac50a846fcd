"""Doors: log in and out, choose whom you represent, choose language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.tilgang import bevaring, queries, tredjepart
from integrering.tilgang.actions import velg_spraak
from integrering.tilgang.forms import LoggInnSkjema
from integrering.tilgang.middleware import SESJONSNOEKKEL
from integrering.tilgang.models import Bruker


class LoggInn(LoginView):
    """User name and password. Repeated failures lock the door for a while (django-axes)."""

    template_name = "tilgang/logg_inn.html"
    authentication_form = LoggInnSkjema
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the base template reads, and in the demo who there is to be."""
        data = super().get_context_data(**kwargs)
        return {**data, "skjema": data["form"], "demobrukere": queries.demobrukere()}

    def form_valid(self, form: Any) -> HttpResponse:
        """Log in, use the language the user reads, and give back what was typed before the session ended."""
        svar = super().form_valid(form)
        bruker = form.get_user()
        if pakket := form.cleaned_data.get("bevart"):
            svar = _gi_tilbake(self.request, bruker, pakket) or svar
        husk_innlogging(self.request, svar, bruker)
        return svar


def husk_innlogging(request: HttpRequest, svar: HttpResponseBase, bruker: Bruker) -> None:
    """Remember in the browser the reader's language, and who is logged in in which role."""
    svar.set_cookie(settings.LANGUAGE_COOKIE_NAME, bruker.maalform, **_kakevalg())
    bevaring.husk(request, svar, bruker_id=bruker.pk, tildeling_id=request.session.get(SESJONSNOEKKEL))


def _gi_tilbake(request: HttpRequest, bruker: Bruker, pakket: str) -> HttpResponse | None:
    """Show what was typed, in the role it was typed in; None when it is not this user's."""
    from integrering.tilgang.views.bevart import send_paa_nytt

    bevart = bevaring.pakk_opp(pakket)
    if bevart is None or bevart.bruker_id != bruker.pk:
        messages.warning(
            request, _("Det som var skrevet på denne maskinen, hører til en annen bruker. Det er slettet.")
        )
        return None
    roller = list(queries.gyldige_roller(bruker.pk, timezone.localdate()))
    if any(r.pk == bevart.tildeling_id for r in roller):
        request.session[SESJONSNOEKKEL] = bevart.tildeling_id
    return send_paa_nytt(request, bevart)


@require_POST
def logg_ut(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("logg_inn")


@login_required
@require_http_methods(["GET", "POST"])
def velg_virksomhet(request: HttpRequest) -> HttpResponse:
    """Choose the role to act in; without any role, say who can give one."""
    roller = list(queries.gyldige_roller(int(request.user.pk or 0), timezone.localdate()))
    if request.method == "POST":
        valgt = next((r for r in roller if str(r.pk) == request.POST.get("rolle")), None)
        if valgt is not None:
            request.session[SESJONSNOEKKEL] = valgt.pk
            request.session.cycle_key()
            svar = redirect("forside")
            bevaring.husk(request, svar, bruker_id=valgt.bruker_id, tildeling_id=valgt.pk)
            return svar
    feil = _("Velg hvem du representerer.") if request.method == "POST" else ""
    return render(
        request,
        "tilgang/velg_virksomhet.html",
        {"roller": roller, "feil": feil, "valgt": request.session.get(SESJONSNOEKKEL)},
        status=422 if feil else 200,
    )


@require_POST
def spraak(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages and return to where the reader was."""
    neste = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(neste, {request.get_host()}, request.is_secure()):
        neste = "/"
    svar = redirect(neste)
    valgt = request.POST.get("language", "")
    if valgt in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            velg_spraak(bruker_id=request.user.pk, maalform=valgt)
        svar.set_cookie(settings.LANGUAGE_COOKIE_NAME, valgt, **_kakevalg())
    return svar


@require_safe
def om(request: HttpRequest) -> HttpResponse:
    """What the service is, version, source, licences, whom to ask."""
    return render(request, "tilgang/om.html", {"kildekode": settings.KILDEKODE, "deler": tredjepart.deler()})


def _kakevalg() -> dict[str, Any]:
    return {
        "max_age": 365 * 86400,
        "samesite": "Lax",
        "secure": settings.SESSION_COOKIE_SECURE,
        "httponly": True,
    }
