"""Saved mappings of columns."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT
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
    if request.method != "POST":
        return _vis(request, kart, _skjema(None, kart))
    skjema = _skjema(request.POST, kart)
    if not skjema.is_valid():
        return _vis(request, kart, skjema, AVVIST)
    try:
        actions.endre_kolonnekart(
            kart=kart,
            versjon=skjema.cleaned_data["versjon"],
            navn=skjema.cleaned_data["navn"],
            plasser=skjema.plasser,
            av=aktoer_i(request),
        )
    except Konflikt as konflikt:
        return _konflikt(request, kart, skjema, konflikt)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(request, kart, skjema, AVVIST)
    messages.success(request, _("Kolonneoppsettet er lagret."))
    return redirect("import_kart")


def _skjema(data: Any, kart: Kolonnekart) -> Kartskjema:
    return Kartskjema(
        data,
        format_=finn_format(kart.slag),
        overskrifter=kart.overskrifter,
        plasser=kart.plasser,
        historisk="registrert" in kart.plasser,
        initial={"navn": kart.navn, "versjon": kart.versjon},
        avbryt=reverse("import_kart"),
    )


def _vis(
    request: HttpRequest, kart: Kolonnekart, skjema: Kartskjema, status: int = 200, **mer: Any
) -> HttpResponse:
    innhold = {"kart": kart, "format": finn_format(kart.slag), "skjema": skjema, **mer}
    return render(request, "importering/kart_endre.html", innhold, status=status)


def _konflikt(
    request: HttpRequest, kart: Kolonnekart, skjema: Kartskjema, konflikt: Konflikt
) -> HttpResponse:
    """Show what the other saved beside what was typed, in a form that may be saved over it."""
    naa = konflikt.naa
    assert isinstance(naa, Kolonnekart)  # noqa: S101 - a conflict is about the row that was to be saved
    data = request.POST.copy()
    data["versjon"] = str(naa.versjon)

    def overskrift(plasser: dict[str, int], navn: str) -> str:
        return naa.overskrifter[plasser[navn]] if navn in plasser else ""

    linjer = [{"felt": _("Navn"), "deres": naa.navn, "ditt": skjema.cleaned_data["navn"]}]
    linjer += [
        {"felt": navn, "deres": overskrift(naa.plasser, navn), "ditt": overskrift(skjema.plasser, navn)}
        for navn in sorted({*naa.plasser, *skjema.plasser})
    ]
    ulike = [linje for linje in linjer if linje["deres"] != linje["ditt"]]
    return _vis(request, naa, _skjema(data, naa), KONFLIKT, naa=naa, linjer=ulike)


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
