"""Who stands in for whom."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.oppgaver import actions
from integrering.oppgaver.forms import VikariatSkjema
from integrering.oppgaver.models import Vikariat
from integrering.oppgaver.queries.kolleger import vikariater
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import ARBEIDSROLLER


@krever(*ARBEIDSROLLER)
@require_http_methods(["GET", "HEAD", "POST"])
def vikarer(request: HttpRequest) -> HttpResponse:
    """The stand-ins that hold or will hold, and the form for a new one."""
    av = aktoer_i(request)
    skjema = VikariatSkjema(request.POST or None, av=av)
    if request.method == "POST" and skjema.is_valid():
        try:
            ny = actions.registrer_vikariat(**skjema.cleaned_data, av=av)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            tekst = _("%(vikar)s er vikar for %(borte)s %(periode)s.")
            periode = visning.periode(ny.fra, ny.til)
            verdier = {"vikar": ny.vikar, "borte": ny.borte, "periode": periode}
            messages.success(request, tekst % verdier)
            return redirect("oppgaver_vikar")
    innhold = {"skjema": skjema, "alene": skjema.alene, "vikariater": vikariater(av, timezone.localdate())}
    ugyldig = request.method == "POST"
    return render(request, "oppgaver/vikar.html", innhold, status=AVVIST if ugyldig else 200)


@krever(*ARBEIDSROLLER)
@require_POST
def avslutt(request: HttpRequest, vikariat_id: UUID) -> HttpResponse:
    """End a stand-in now."""
    av = aktoer_i(request)
    vikariat = Vikariat.objects.filter(noekkel=vikariat_id).select_related("borte", "vikar").first()
    if vikariat is None:
        raise Http404
    versjon = request.POST.get("versjon", "")
    try:
        actions.avslutt_vikariat(vikariat=vikariat, versjon=int(versjon) if versjon.isdigit() else 0, av=av)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Vikariatet er avsluttet."))
    return redirect("oppgaver_vikar")
