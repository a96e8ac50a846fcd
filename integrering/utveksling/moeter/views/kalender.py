"""Calendar files: one meeting, mine, and a subscription by a secret address."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.utveksling.moeter import actions, kalender
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.queries.abonnement import (
    aktoer_for_hemmelighet,
    eget_abonnement,
    spraak_for,
)
from integrering.utveksling.moeter.queries.moeter import mine_moeter
from integrering.utveksling.moeter.views.felles import LESER, moete_eller_404

# A calendar gets what was a month ago and what comes, also what is called off: then it takes it away.
TILBAKE = timedelta(days=31)
MEST = 1000


@krever(*LESER)
@require_safe
def moete_ics(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """One meeting as a calendar file."""
    return _fil([moete_eller_404(moete_noekkel)], "moete.ics")


@krever(*LESER)
@require_safe
def moeter_kalender(request: HttpRequest) -> HttpResponse:
    """My meetings as a calendar file."""
    return _fil(_mine(aktoer_i(request)), "moeter.ics")


@require_safe
def moeter_abonnement_ics(request: HttpRequest, kalendertoken: str) -> HttpResponse:
    """My meetings for a calendar that asks by itself: nobody is logged in, the secret says whose."""
    av = aktoer_for_hemmelighet(kalendertoken)
    if av is None:
        raise Http404
    with kontekst(kontekst_for(av)), translation.override(spraak_for(av)):
        return _fil(_mine(av), "moeter.ics")


def _mine(av: Aktoer) -> list[Moete]:
    return list(mine_moeter(av).filter(slutt__gte=timezone.now() - TILBAKE)[:MEST])


def _fil(moeter: Iterable[Moete], navn: str) -> HttpResponse:
    innhold = kalender.skriv(kalender.avtale_av(m, settings.NETTADRESSE) for m in moeter)
    svar = HttpResponse(innhold, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    svar["Content-Disposition"] = f'attachment; filename="{navn}"'
    svar["Cache-Control"] = "no-store, private"
    return svar


@krever(*LESER)
@require_http_methods(GET_POST)
def moeter_abonnement(request: HttpRequest) -> HttpResponse:
    """Make a secret address for one's calendar, shown once, or let it stop working."""
    av, adresse = aktoer_i(request), ""
    if request.method == "POST" and request.POST.get("gjoer") == "tilbakekall":
        actions.tilbakekall_abonnement(av=av)
        messages.success(request, _("Adressen virker ikke lenger. Slett kalenderen på telefonen også."))
        return redirect("moeter_abonnement")
    if request.method == "POST" and request.POST.get("gjoer") == "lag":
        hemmelig = actions.nytt_abonnement(av=av)
        adresse = f"{settings.NETTADRESSE}{reverse('moeter_abonnement_ics', args=[hemmelig])}"
    innhold = {"abonnement": eget_abonnement(av), "adresse": adresse}
    return render(request, "moeter/abonnement.html", innhold)
