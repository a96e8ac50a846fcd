"""The schools: list, page, and what each offers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from opplaering.actions import tilbud as actions
from opplaering.actions.skoleklasse import er_skolens
from opplaering.forms.tilbud import TilbudSkjema, tilbudsverdier
from opplaering.lister_skoler import SKOLER, ansvarsstatus
from opplaering.queries import skoleoversikt as queries
from opplaering.queries.skoleklasser import skoleklasser
from opplaering.roller import ALLE, FYLKET
from opplaering.views.skoleklasser import skole_eller_404


@krever(*ALLE)
@require_safe
def skoler(request: HttpRequest) -> HttpResponse:
    """All schools; a school comes to its own page."""
    av = aktoer_i(request)
    if av.har(Rolle.SKOLEKONTAKT):
        return redirect("skole", Virksomhet.objects.only("nummer").get(pk=av.virksomhet_id).nummer)
    return vis_liste(request, SKOLER, mal="opplaering/skoler.html")


@krever(*ALLE)
@require_safe
def skole(request: HttpRequest, skolenummer: str) -> HttpResponse:
    """A school: what it offers, its classes, and what can be done."""
    funnet, av, i_dag = skole_eller_404(request, skolenummer), aktoer_i(request), timezone.localdate()
    klasser = skoleklasser(av, i_dag).filter(skole=funnet, til__gte=i_dag).order_by("navn", "fra", "pk")
    innhold = {
        "skole": funnet,
        "tilbudene": list(queries.tilbudene(funnet)),
        "klasser": [(klasse, ansvarsstatus(klasse)) for klasse in klasser],
        "fylket": av.har(*FYLKET),
        "egen": av.har(Rolle.SKOLEKONTAKT),
        "skriver": er_skolens(av, funnet.pk),
    }
    return render(request, "opplaering/skole.html", innhold)


@krever(*FYLKET)
@require_http_methods(GET_POST)
def tilbud_nytt(request: HttpRequest, skolenummer: str) -> HttpResponse:
    """Add what a school offers."""
    funnet, av = skole_eller_404(request, skolenummer), aktoer_i(request)
    tilbake = reverse("skole", args=[funnet.nummer])
    skjema = TilbudSkjema(skrevet(request), initial={"aktiv": True}, avbryt=tilbake)

    def gjoer(svar: TilbudSkjema) -> HttpResponse:
        nytt = actions.lag_tilbud(skole=funnet, data=svar.tilbudet, av=av)
        messages.success(request, _("%(navn)s er lagret.") % {"navn": nytt.navn})
        return redirect(tilbake)

    return behandle(request, skjema, Svar("opplaering/tilbud.html", {"skole": funnet}, gjoer))


@krever(*FYLKET)
@require_http_methods(GET_POST)
def tilbud_endre(request: HttpRequest, skolenummer: str, tilbud_id: int) -> HttpResponse:
    """Change what a school offers."""
    funnet, av = skole_eller_404(request, skolenummer), aktoer_i(request)
    tilbud = queries.finn_tilbud(funnet, tilbud_id)
    if tilbud is None:
        raise Http404
    tilbake = reverse("skole", args=[funnet.nummer])
    skjema = TilbudSkjema(skrevet(request), initial=tilbudsverdier(tilbud), avbryt=tilbake)

    def gjoer(svar: TilbudSkjema) -> HttpResponse:
        actions.endre_tilbud(
            tilbud=tilbud, versjon=svar.cleaned_data["versjon"] or 0, data=svar.tilbudet, av=av
        )
        messages.success(request, _("%(navn)s er endret.") % {"navn": svar.cleaned_data["navn"]})
        return redirect(tilbake)

    innhold = {"skole": funnet, "tilbud": tilbud}
    return behandle(request, skjema, Svar("opplaering/tilbud.html", innhold, gjoer, tilbudsverdier))
