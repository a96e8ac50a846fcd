"""The classes: list, page, new, change."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur import maaneder
from integrering.grunnmur.kodelister import kodenavn
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.klasser import actions
from integrering.klasser.forms.klasse import KlasseSkjema, klasseverdier
from integrering.klasser.lister import DELTAKERE, KLASSER
from integrering.klasser.views.felles import LESER, SKRIVER, klasse_eller_404, min_klasse
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*LESER)
@require_safe
def klasser(request: HttpRequest) -> HttpResponse:
    """The classes the reader may see."""
    kan = actions.kan_ha_klasser(aktoer_i(request))
    return vis_liste(request, KLASSER, mal="klasser/klasser.html", kan_lage=kan)


@krever(*LESER)
@require_safe
def klasse(request: HttpRequest, klasse_noekkel: UUID) -> HttpResponse:
    """A class and those who are in it."""
    funnet = klasse_eller_404(klasse_noekkel)
    eier = actions.er_eier(aktoer_i(request), funnet)
    return vis_liste(
        request,
        DELTAKERE,
        mal="klasser/klasse.html",
        velg="valgte" if eier else "",
        klasse=funnet,
        eier=eier,
        opplaering=", ".join(kodenavn("modul", kode) for kode in funnet.moduler),
        maaned=maaneder.skriv(maaneder.foreslaatt(funnet.fra, funnet.til, timezone.localdate())),
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def klasse_ny(request: HttpRequest) -> HttpResponse:
    """Make a class; next, who is in it."""
    av = aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "moduler": ["norsk"]}
    skjema = KlasseSkjema(skrevet(request), av=av, initial=start, avbryt=reverse("klasser"))

    def gjoer(svar: KlasseSkjema) -> HttpResponse:
        ny = actions.lag_klasse(data=svar.data_for_klassen, innsending=svar.nr, av=av)
        messages.success(request, _("%(navn)s er lagret. Neste: legg til deltakere.") % {"navn": ny.navn})
        return redirect(f"{reverse('klasse_deltakere')}?klasse={ny.noekkel}")

    return behandle(request, skjema, Svar("klasser/klasse_skjema.html", {}, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def klasse_endre(request: HttpRequest, klasse_noekkel: UUID) -> HttpResponse:
    """Change a class."""
    funnet, av = min_klasse(request, klasse_noekkel), aktoer_i(request)
    tilbake = reverse("klasse", args=[funnet.noekkel])
    skjema = KlasseSkjema(skrevet(request), av=av, initial=klasseverdier(funnet), avbryt=tilbake)

    def gjoer(svar: KlasseSkjema) -> HttpResponse:
        actions.endre_klasse(
            klasse=funnet, versjon=svar.cleaned_data["versjon"] or 0, data=svar.data_for_klassen, av=av
        )
        messages.success(request, _("%(navn)s er endret.") % {"navn": svar.cleaned_data["navn"]})
        return redirect(tilbake)

    def naa(rad: Any) -> dict[str, Any]:
        return klasseverdier(rad)

    return behandle(request, skjema, Svar("klasser/klasse_skjema.html", {"klasse": funnet}, gjoer, naa))
