"""The criteria of a round."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bosetting import actions
from bosetting.forms.kriterium import KriteriumSkjema, kriterieverdier
from bosetting.kjente_kriterier import VEKTFORSLAG, kjente
from bosetting.kodeverk import prosent
from bosetting.roller import SER_FYLKET, SKRIVER
from bosetting.rundeside import kriteriesummen
from bosetting.views.felles import (
    adresse,
    kriterium_eller_404,
    runde_eller_404,
    si_hvordan,
    sti_til,
    versjon_i,
)
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER_FYLKET)
@require_safe
def kriterier(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """What counts this year, with source and weight; a warning when nothing is put in."""
    funnet = runde_eller_404(runde_noekkel)
    rader = list(funnet.kriterier.order_by("nr"))
    innhold = {
        "runde": funnet,
        "sti": sti_til(funnet),
        "kriterier": rader,
        "vektsum": kriteriesummen(rader),
        "kjente": len(kjente(funnet.aar)),
        "forslag": [(navn, prosent(vekt)) for navn, vekt in VEKTFORSLAG],
        "kan_skrive": funnet.aapen and aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "bosetting/kriterier.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def kriterium_nytt(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Add a criterion."""
    funnet = runde_eller_404(runde_noekkel)
    start = {"innsending": uuid.uuid4(), "hentet": timezone.localdate()}
    tilbake = adresse(funnet, "kriterier")
    skjema = KriteriumSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: KriteriumSkjema) -> HttpResponse:
        actions.nytt_kriterium(runde=funnet, data=svar.kriteriet, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Kriteriet er lagret."))
        return redirect(tilbake)

    return vis_skjema(request, skjema, Skjemaside(_("Nytt kriterium"), sti_til(funnet, "kriterier")), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def kriterium_endre(request: HttpRequest, kriterium_noekkel: UUID) -> HttpResponse:
    """Change a criterion, for example its weight."""
    funnet = kriterium_eller_404(kriterium_noekkel)
    tilbake = adresse(funnet.runde, "kriterier")
    skjema = KriteriumSkjema(skrevet(request), initial=kriterieverdier(funnet), avbryt=tilbake)

    def gjoer(svar: KriteriumSkjema) -> HttpResponse:
        actions.endre_kriterium(
            kriterium=funnet, versjon=svar.versjonen, data=svar.kriteriet, av=aktoer_i(request)
        )
        messages.success(request, _("Kriteriet er endret."))
        return redirect(tilbake)

    side = Skjemaside(_("Endre kriteriet"), sti_til(funnet.runde, "kriterier"))
    return vis_skjema(request, skjema, side, gjoer, kriterieverdier)


@krever(*SKRIVER)
@require_POST
def kriterium_slett(request: HttpRequest, kriterium_noekkel: UUID) -> HttpResponse:
    """Take away a criterion of an open round."""
    funnet = kriterium_eller_404(kriterium_noekkel)

    def gjoer() -> str:
        actions.slett_kriterium(kriterium=funnet, versjon=versjon_i(request), av=aktoer_i(request))
        return _("Kriteriet er tatt bort.")

    return si_hvordan(request, gjoer, adresse(funnet.runde, "kriterier"))


@krever(*SKRIVER)
@require_POST
def kriterier_kjente(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Put in the criteria that are known of the year."""
    funnet = runde_eller_404(runde_noekkel)

    def gjoer() -> str:
        antall = actions.legg_inn_kjente(runde=funnet, av=aktoer_i(request))
        tekst = ngettext("%(n)s kriterium er lagt inn.", "%(n)s kriterier er lagt inn.", antall)
        return tekst % {"n": antall}

    return si_hvordan(request, gjoer, adresse(funnet, "kriterier"))
