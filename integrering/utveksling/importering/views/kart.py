"""Saved mappings of columns."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.importering import actions, queries
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.forms import Kartskjema
from integrering.utveksling.importering.models import Kolonnekart
from integrering.utveksling.importering.views.felles import IMPORTERER, vaart_kart


@krever(*IMPORTERER)
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """The mappings of one's organisation."""
    kartene = [(k, finn_format(k.slag)) for k in queries.kart_for(aktoer_i(request))]
    return render(request, "importering/kart.html", {"kartene": kartene})


@krever(*IMPORTERER)
@require_http_methods(["GET", "HEAD", "POST"])
def endre(request: HttpRequest, kart_id: UUID) -> HttpResponse:
    """Change the name or the columns."""
    kart = vaart_kart(request, kart_id)
    skjema = Kartskjema(
        skrevet(request),
        format_=finn_format(kart.slag),
        overskrifter=kart.overskrifter,
        plasser=kart.plasser,
        historisk="registrert" in kart.plasser,
        initial={"navn": kart.navn, "versjon": kart.versjon},
        avbryt=reverse("import_kart"),
    )

    def gjoer(svar: Kartskjema) -> HttpResponse:
        actions.endre_kolonnekart(
            kart=kart,
            versjon=svar.cleaned_data["versjon"],
            navn=svar.cleaned_data["navn"],
            plasser=svar.plasser,
            av=aktoer_i(request),
        )
        messages.success(request, _("Kolonneoppsettet er lagret."))
        return redirect("import_kart")

    def naa(rad: Kolonnekart) -> dict[str, str]:
        return {"navn": rad.navn} | skjema.valgt(rad.plasser)

    innhold = {"kart": kart, "format": finn_format(kart.slag)}
    return behandle(request, skjema, Svar("importering/kart_endre.html", innhold, gjoer, naa))


@krever(*IMPORTERER)
@require_http_methods(["GET", "HEAD", "POST"])
def slett(request: HttpRequest, kart_id: UUID) -> HttpResponse:
    """Delete a mapping, when it has been confirmed."""
    kart = vaart_kart(request, kart_id)
    if request.method != "POST":
        innhold = {"kart": kart, "format": finn_format(kart.slag), "avbryt": reverse("import_kart")}
        return render(request, "importering/kart_slett.html", innhold)
    actions.slett_kolonnekart(kart=kart, av=aktoer_i(request))
    messages.success(request, _("Kolonneoppsettet er slettet."))
    return redirect("import_kart")
