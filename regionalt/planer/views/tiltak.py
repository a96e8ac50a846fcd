"""Measures: list, page, write one down, change it, say where it stands."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.planer import actions
from regionalt.planer.forms.tiltak import StatusSkjema, TiltakSkjema, tiltaksverdier
from regionalt.planer.lister import TILTAK
from regionalt.planer.queries.tiltak import statusene_til
from regionalt.planer.roller import SER, SKRIVER
from regionalt.planer.views.felles import adresse, maal_eller_404, sti_til, tiltak_eller_404
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER)
@require_safe
def tiltakene(request: HttpRequest) -> HttpResponse:
    """The measures of all plans."""
    return vis_liste(request, TILTAK, mal="planer/tiltakene.html")


@krever(*SER)
@require_safe
def tiltak(request: HttpRequest, plantiltak_noekkel: UUID) -> HttpResponse:
    """One measure, and where it has stood."""
    funnet = tiltak_eller_404(plantiltak_noekkel)
    innhold = {
        "tiltak": funnet,
        "sti": sti_til(funnet.maal.plan),
        "statuser": statusene_til(funnet),
        "kan_skrive": aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "planer/tiltak.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tiltak_nytt(request: HttpRequest, planmaal_noekkel: UUID) -> HttpResponse:
    """Write down a measure for a goal."""
    maal, av = maal_eller_404(planmaal_noekkel), aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "fra": timezone.localdate(), "ansvarlig": str(av.bruker_id)}
    skjema = TiltakSkjema(skrevet(request), av=av, initial=start, avbryt=adresse(maal.plan))

    def gjoer(svar: TiltakSkjema) -> HttpResponse:
        nytt = actions.nytt_tiltak(maal=maal, data=svar.tiltak, innsending=svar.nr, av=av)
        messages.success(request, _("Tiltaket er lagret."))
        return redirect(adresse(nytt))

    side = Skjemaside(_("Nytt tiltak"), sti_til(maal.plan), str(maal))
    return vis_skjema(request, skjema, side, gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tiltak_endre(request: HttpRequest, plantiltak_noekkel: UUID) -> HttpResponse:
    """Change a measure."""
    funnet, av = tiltak_eller_404(plantiltak_noekkel), aktoer_i(request)
    skjema = TiltakSkjema(
        skrevet(request), av=av, har=funnet.ansvarlig, initial=tiltaksverdier(funnet), avbryt=adresse(funnet)
    )

    def gjoer(svar: TiltakSkjema) -> HttpResponse:
        actions.endre_tiltak(tiltak=funnet, versjon=svar.versjonen, data=svar.tiltak, av=av)
        messages.success(request, _("Tiltaket er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Endre tiltaket"), sti_til(funnet.maal.plan, funnet))
    return vis_skjema(request, skjema, side, gjoer, tiltaksverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def status_ny(request: HttpRequest, plantiltak_noekkel: UUID) -> HttpResponse:
    """Say where a measure stands."""
    funnet, av = tiltak_eller_404(plantiltak_noekkel), aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "versjon": funnet.versjon, "dato": timezone.localdate()}
    skjema = StatusSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: StatusSkjema) -> HttpResponse:
        actions.ny_status(
            tiltak=funnet, versjon=svar.versjonen, data=svar.statusen, innsending=svar.nr, av=av
        )
        messages.success(request, _("Statusen er lagret."))
        return redirect(adresse(funnet))

    return vis_skjema(request, skjema, Skjemaside(_("Ny status"), sti_til(funnet.maal.plan, funnet)), gjoer)
