"""Measures: list, page, write one down, change it; and one theme whole."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.kodeverk import Tema
from regionalt.samarbeid import actions
from regionalt.samarbeid.forms.tiltak import TiltakSkjema, tiltaksverdier
from regionalt.samarbeid.lister import TILTAK, oppfoelgingen
from regionalt.samarbeid.models import Tiltaksstatus
from regionalt.samarbeid.queries.tiltak import tiltakene_om
from regionalt.samarbeid.queries.vedtak import vedtakene_om
from regionalt.samarbeid.roller import SER_TILTAK, SKRIVER
from regionalt.samarbeid.views.felles import adresse, sti_til, tiltak_eller_404
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER_TILTAK)
@require_safe
def tiltakene(request: HttpRequest) -> HttpResponse:
    """The measures of all themes."""
    kan = aktoer_i(request).har(*SKRIVER)
    return vis_liste(request, TILTAK, mal="samarbeid/underliste.html", kan_lage_tiltak=kan)


@krever(*SER_TILTAK)
@require_safe
def gruender(request: HttpRequest) -> HttpResponse:
    """Entrepreneurship and highly skilled immigrants: its measures, and what forums decided about it."""
    innhold = {
        "tema": Tema.GRUENDER,
        "sti": sti_til(),
        "tiltak": tiltakene_om(Tema.GRUENDER),
        "vedtak": [(v, oppfoelgingen(v)) for v in vedtakene_om(Tema.GRUENDER)],
        "kan_skrive": aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "samarbeid/tema.html", innhold)


@krever(*SER_TILTAK)
@require_safe
def tiltak(request: HttpRequest, samarbeidstiltak_noekkel: UUID) -> HttpResponse:
    """One measure."""
    funnet, kan = tiltak_eller_404(samarbeidstiltak_noekkel), aktoer_i(request).har(*SKRIVER)
    innhold = {"tiltak": funnet, "sti": sti_til(), "kan_skrive": kan}
    return render(request, "samarbeid/tiltak.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tiltak_nytt(request: HttpRequest) -> HttpResponse:
    """Write down a measure; `?tema=` is chosen beforehand."""
    av = aktoer_i(request)
    start = {
        "innsending": uuid.uuid4(), "tema": request.GET.get("tema", ""), "fra": timezone.localdate(),
        "ansvarlig": str(av.bruker_id), "status": Tiltaksstatus.PLANLAGT,
    }  # fmt: skip
    tilbake = reverse("samarbeid:tiltakene")
    skjema = TiltakSkjema(skrevet(request), av=av, initial=start, avbryt=tilbake)

    def gjoer(svar: TiltakSkjema) -> HttpResponse:
        nytt = actions.nytt_tiltak(data=svar.tiltak, innsending=svar.nr, av=av)
        messages.success(request, _("Tiltaket er lagret."))
        return redirect(adresse(nytt))

    return vis_skjema(request, skjema, Skjemaside(_("Nytt tiltak"), sti_til()), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tiltak_endre(request: HttpRequest, samarbeidstiltak_noekkel: UUID) -> HttpResponse:
    """Change a measure, or say what came of it."""
    funnet, av = tiltak_eller_404(samarbeidstiltak_noekkel), aktoer_i(request)
    skjema = TiltakSkjema(
        skrevet(request), av=av, har=funnet.ansvarlig, initial=tiltaksverdier(funnet), avbryt=adresse(funnet)
    )

    def gjoer(svar: TiltakSkjema) -> HttpResponse:
        actions.endre_tiltak(tiltak=funnet, versjon=svar.versjonen, data=svar.tiltak, av=av)
        messages.success(request, _("Tiltaket er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Endre tiltaket"), sti_til(tiltak=funnet))
    return vis_skjema(request, skjema, side, gjoer, tiltaksverdier)
