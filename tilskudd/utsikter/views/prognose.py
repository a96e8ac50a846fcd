"""What is expected in the next four quarters."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.utsikter.actions.beregning import JOBBSLAG, regn_ut_i_bakgrunnen
from tilskudd.utsikter.diagram import tegn
from tilskudd.utsikter.queries.prognose import prognose as les


@for_fylket()
@require_http_methods(GET_POST)
def prognose(request: HttpRequest) -> HttpResponse:
    """Show the stored prognosis; an adviser may have it computed again."""
    av = aktoer_i(request)
    if request.method == "POST":
        av.krev(*BEREGNER)
        try:
            regn_ut_i_bakgrunnen(noekkel=JOBBSLAG)
        except Regelbrudd as brudd:
            messages.info(request, str(brudd))
        else:
            messages.success(request, _("Prognosen regnes ut på nytt. Last siden på nytt om litt."))
        return redirect("utsikter:prognose")
    side = les()
    innhold = {"side": side, "d": tegn(side.kvartaler) if side else None, "kan_regne": av.har(*BEREGNER)}
    return render(request, "utsikter/prognose.html", innhold)
