"""The files of payments, and taking one back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.innbetalinger import actions
from tilskudd.innbetalinger.queries.filer import bygger_paa, filer


@for_fylket()
@require_safe
def alle(request: HttpRequest) -> HttpResponse:
    """The files, newest first."""
    return render(
        request, "innbetalinger/filer.html",
        {"filer": list(filer()[:100]), "kan": aktoer_i(request).har(*BEREGNER)},
    )  # fmt: skip


@for_fylket(*BEREGNER)
@require_http_methods(GET_POST)
def ta_tilbake(request: HttpRequest, fil_id: int) -> HttpResponse:
    """Say what it means, and do it."""
    fil = get_object_or_404(filer(), pk=fil_id, trukket_tid__isnull=True)
    innhold = {"fil": fil, "bygger": bygger_paa(fil)}
    if request.method != "POST":
        return render(request, "innbetalinger/ta_tilbake.html", innhold)
    try:
        actions.ta_tilbake(fil=fil, av=aktoer_i(request))
    except Regelbrudd as brudd:
        return render(request, "innbetalinger/ta_tilbake.html", innhold | {"feil": str(brudd)}, status=AVVIST)
    messages.success(request, _("Filen er tatt tilbake, og resten er avstemt på nytt."))
    return redirect("innbetalinger:filer")
