"""Who registers what in a municipality."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.matrise import actions
from integrering.matrise.forms.ansvar import Ansvarsskjema
from integrering.matrise.queries.ansvar import avvik_per_kommune, fordelt_i
from integrering.matrise.roller import SER_ANSVAR, kan_fordele
from integrering.matrise.rules.ansvar import del_av
from integrering.matrise.tekster import DELER, TJENESTER
from integrering.nir import regeltekster
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket

_SER = tuple(sorted(SER_ANSVAR))


@krever(*_SER)
@require_safe
def registreringsansvar(request: HttpRequest) -> HttpResponse:
    """For the county: the municipalities, and how many items each has decided on; others go to their own."""
    av = aktoer_i(request)
    if not av.er_fylke:
        egen = Virksomhet.objects.get(pk=av.virksomhet_id)
        return redirect("registreringsansvar_i", kommunenummer=egen.nummer)
    avvik = avvik_per_kommune()
    kommuner = [(k, len(avvik.get(k.pk, ()))) for k in kommuner_i_fylket()]
    return render(request, "matrise/ansvar_kommuner.html", {"kommuner": kommuner})


@krever(*_SER)
@require_http_methods(GET_POST)
def registreringsansvar_i(request: HttpRequest, kommunenummer: str) -> HttpResponse:
    """Read who registers what there; administrators change it."""
    av = aktoer_i(request)
    kommune = kommuner_i_fylket().filter(nummer=kommunenummer).first()
    if kommune is None or not (av.er_fylke or kommune.pk == av.virksomhet_id):
        raise Http404
    fordelt = fordelt_i(kommune.pk)
    innhold = {"kommune": kommune, "flere": av.er_fylke}
    if not kan_fordele(av, kommune.pk):
        if request.method == "POST":
            raise IkkeTilgang(_("Bare administratorer bestemmer hvem som registrerer hva."))
        rader = [
            (DELER[del_av(hva)], regeltekster.registrering(hva), TJENESTER[t]) for hva, t in fordelt.items()
        ]
        return render(request, "matrise/ansvar.html", {**innhold, "rader": rader})
    skjema = Ansvarsskjema(
        skrevet(request),
        fordelt=fordelt,
        avbryt=reverse("registreringsansvar") if av.er_fylke else reverse("forside"),
    )

    def gjoer(svar: Ansvarsskjema) -> HttpResponse:
        antall = actions.fordel(kommune_id=kommune.pk, hvem=svar.hvem, av=av)
        tekst = ngettext(
            "%(n)s registrering har fått ny ansvarlig.", "%(n)s registreringer har fått ny ansvarlig.", antall
        )
        messages.success(request, tekst % {"n": antall} if antall else _("Ingenting er endret."))
        return redirect("registreringsansvar_i", kommunenummer=kommunenummer)

    return behandle(request, skjema, Svar("matrise/ansvar.html", innhold, gjoer))
