"""Write the yearly report: begin, write the texts, finish."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.ledelse import actions
from regionalt.ledelse.forms.aarsrapport import FerdigstillSkjema, NyRapportSkjema, RapportSkjema
from regionalt.ledelse.queries import rapporter as queries
from regionalt.ledelse.roller import SKRIVER
from regionalt.ledelse.rules.rapport import foreslaatt_aar
from regionalt.ledelse.views.rapport import rapport_eller_404


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def rapport_ny(request: HttpRequest) -> HttpResponse:
    """Choose the year; the draft is there at once, with its figures."""
    start = {"aar": foreslaatt_aar(timezone.localdate())}
    skjema = NyRapportSkjema(skrevet(request), initial=start, avbryt=reverse("ledelse:rapporter"))

    def gjoer(svar: NyRapportSkjema) -> HttpResponse:
        laget = actions.begynn_rapport(aar=int(svar.cleaned_data["aar"]), av=aktoer_i(request))
        return redirect("ledelse:rapport", laget.aar, laget.utgave)

    return behandle(request, skjema, Svar("ledelse/rapport_ny.html", {}, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def rapport_skriv(request: HttpRequest, rapportaar: int, utgave: int) -> HttpResponse:
    """The texts, each in its chapter."""
    funnet = rapport_eller_404(rapportaar, utgave)
    if funnet.ferdig:
        return _ferdig_alt(request, rapportaar, utgave)
    kapitler = queries.innhold(funnet)
    start = {
        "versjon": funnet.versjon,
        "innledning": funnet.innledning,
        **{k.navn: k.tekst for k in kapitler},
    }
    tilbake = reverse("ledelse:rapport", args=[rapportaar, utgave])
    skjema = RapportSkjema(skrevet(request), initial=start, avbryt=tilbake, kapitler=kapitler)

    def gjoer(svar: RapportSkjema) -> HttpResponse:
        data = svar.cleaned_data
        actions.skriv_rapport(
            rapport=funnet, versjon=data["versjon"], innledning=data["innledning"],
            tekster=svar.tekster, av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Tekstene er lagret."))
        return redirect(tilbake)

    svar = Svar(
        "ledelse/rapport_skriv.html", {"rapport": funnet}, gjoer,
        lambda naa: {"innledning": naa.innledning, **naa.tekster},
    )  # fmt: skip
    return behandle(request, skjema, svar)


@krever(*SKRIVER)
@require_POST
def rapport_tall(request: HttpRequest, rapportaar: int, utgave: int) -> HttpResponse:
    """Read the figures of a draft again."""
    funnet = rapport_eller_404(rapportaar, utgave)
    try:
        actions.les_tallene(rapport=funnet, versjon=funnet.versjon, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Tallene er lest på nytt."))
    return redirect("ledelse:rapport", rapportaar, utgave)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def rapport_ferdigstill(request: HttpRequest, rapportaar: int, utgave: int) -> HttpResponse:
    """Say that it is done: the figures stay as they are."""
    funnet = rapport_eller_404(rapportaar, utgave)
    if funnet.ferdig:
        return _ferdig_alt(request, rapportaar, utgave)
    tilbake = reverse("ledelse:rapport", args=[rapportaar, utgave])
    skjema = FerdigstillSkjema(skrevet(request), initial={"versjon": funnet.versjon}, avbryt=tilbake)

    def gjoer(svar: FerdigstillSkjema) -> HttpResponse:
        actions.ferdigstill_rapport(
            rapport=funnet, versjon=svar.cleaned_data["versjon"], av=aktoer_i(request)
        )
        messages.success(request, _("Rapporten er ferdigstilt."))
        return redirect(tilbake)

    return behandle(request, skjema, Svar("ledelse/rapport_ferdigstill.html", {"rapport": funnet}, gjoer))


def _ferdig_alt(request: HttpRequest, rapportaar: int, utgave: int) -> HttpResponse:
    messages.info(request, _("Rapporten er ferdigstilt. Lag en ny utgave for å rette den."))
    return redirect("ledelse:rapport", rapportaar, utgave)
