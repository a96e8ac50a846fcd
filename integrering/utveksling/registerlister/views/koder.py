"""The register's words: the queue of unknown ones, and what each means."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.actions.koder import kan_avklare
from integrering.utveksling.registerlister.forms import Kodeskjema, kodeverdier
from integrering.utveksling.registerlister.kodeverk import FELTNAVN
from integrering.utveksling.registerlister.lister import REGISTERKODER
from integrering.utveksling.registerlister.models import Kodekobling
from integrering.utveksling.registerlister.queries.koder import koblinger
from integrering.utveksling.registerlister.rules.felt import Felt
from integrering.utveksling.registerlister.views.felles import SKRIVER


@krever(*SKRIVER)
@require_safe
def koder(request: HttpRequest) -> HttpResponse:
    """The words met in lists, the unknown ones first."""
    return vis_liste(request, REGISTERKODER, mal="registerlister/koder.html")


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def kode(request: HttpRequest, kode_noekkel: UUID) -> HttpResponse:
    """Settle what a word means. 404 for one that is not ours to settle."""
    av = aktoer_i(request)
    kobling = koblinger(av).filter(noekkel=kode_noekkel).first()
    if kobling is None or not kan_avklare(kobling, av):
        raise Http404
    skjema = Kodeskjema(skrevet(request), kobling=kobling, avbryt=reverse("registerkoder"))

    def gjoer(svar: Kodeskjema) -> HttpResponse:
        valgt = svar.cleaned_data
        actions.avklar_kode(
            kobling=kobling, versjon=valgt["versjon"], koder=valgt["koder"], tom=valgt["tom"], av=av
        )
        messages.success(
            request, _("Lagret. Velg «Sammenlign på nytt» på listen for å bruke koden med en gang.")
        )
        return redirect("registerkoder")

    def naa(rad: Kodekobling) -> dict[str, Any]:
        return kodeverdier(rad)

    innhold = {"kobling": kobling, "feltnavn": FELTNAVN[Felt(kobling.felt)]}
    return behandle(request, skjema, Svar("registerlister/kode.html", innhold, gjoer, naa))
