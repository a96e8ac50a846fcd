"""Put pupils in a class, and take them out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering.actions import klasseliste as actions
from opplaering.forms.skoleklasse import EleverISkjema
from opplaering.queries import skoleklasser as queries
from opplaering.roller import SKRIVER
from opplaering.views.skoleklasser import min_skoleklasse


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def sett_inn(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """Choose among the school's pupils who are not in the class."""
    klasse, av = min_skoleklasse(request, skoleklasse_noekkel), aktoer_i(request)
    elever, tilbake = queries.kan_settes_inn(klasse), reverse("skoleklasse", args=[klasse.noekkel])
    registrer_innsyn_i_mange(person_ider=[rad.person_id for rad in elever], av=av, hvor="skoleklasse")
    skjema = EleverISkjema(skrevet(request), klasse=klasse, elever=elever, avbryt=tilbake)

    def gjoer(svar: EleverISkjema) -> HttpResponse:
        actions.sett_i_klasse(klasse=klasse, elever=svar.valgte, fra=svar.cleaned_data["fra"], av=av)
        n = len(svar.valgte)
        tekst = ngettext("%(n)s elev er satt i klassen.", "%(n)s elever er satt i klassen.", n) % {"n": n}
        messages.success(request, tekst)
        return redirect(tilbake)

    innhold = {"klasse": klasse, "elever": elever}
    return behandle(request, skjema, Svar("opplaering/klasse_sett_inn.html", innhold, gjoer))


@krever(*SKRIVER)
@require_POST
def ta_ut(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """Ask about those chosen on the class's page; then, confirmed, take them out of the class."""
    klasse, av = min_skoleklasse(request, skoleklasse_noekkel), aktoer_i(request)
    noekler = [n for tekst in request.POST.getlist("valgt") if (n := les_uuid(tekst))]
    valgt = queries.valgte_i_klassen(klasse, noekler) if noekler else []
    if not valgt:
        messages.error(request, _("Velg minst én elev."))
        return redirect("skoleklasse", skoleklasse_noekkel=klasse.noekkel)
    feil = ""
    if request.POST.get("bekreft") == "ja":
        try:
            actions.ta_ut_av_klasse(klasse=klasse, elever=valgt, av=av)
        except Regelbrudd as brudd:
            feil = str(brudd)
        else:
            navn = ", ".join(rad.person.navn for rad in valgt)
            messages.success(request, _("Tatt ut av klassen: %(navn)s.") % {"navn": navn})
            return redirect("skoleklasse", skoleklasse_noekkel=klasse.noekkel)
    innhold = {"klasse": klasse, "valgt": valgt, "feil": feil}
    return render(request, "opplaering/klasse_ta_ut.html", innhold, status=AVVIST if feil else 200)
